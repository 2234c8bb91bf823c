import type { ByteSink } from './byte-sink.js';
import {
  bulkPrefix,
  type Expression,
  expressionOf,
  type Operand,
  type ValueType,
} from './expression.js';

/** Reads from an address plus a constant offset in bytes. */
export type Load<R extends ValueType> = (address: Operand<'i32'>, offset?: number) => Expression<R>;

/** Something done for its effect; a function builder puts it into code. */
export interface Statement {
  write(code: ByteSink): void;
}

/** Writes a value to an address plus a constant offset in bytes. */
export type Store<T extends ValueType> = (
  address: Operand<'i32'>,
  value: Operand<T>,
  offset?: number,
) => Statement;

/** The immediates of a memory access; `alignment` is a power of two's exponent, a mere hint. */
export function writeAccess(code: ByteSink, alignment: number, offset: number): void {
  code.u32(alignment);
  code.u32(offset);
}

export function load<R extends ValueType>(
  writeCode: (sink: ByteSink) => void,
  alignment: number,
  result: R,
): Load<R> {
  return (address, offset = 0) => {
    const place = expressionOf('i32', address);
    return {
      type: result,
      write(code) {
        place.write(code);
        writeCode(code);
        writeAccess(code, alignment, offset);
      },
    };
  };
}

export function store<T extends ValueType>(
  writeCode: (sink: ByteSink) => void,
  alignment: number,
  type: T,
): Store<T> {
  return (address, value, offset = 0) => {
    const place = expressionOf('i32', address);
    const stored = expressionOf(type, value);
    return {
      write(code) {
        place.write(code);
        stored.write(code);
        writeCode(code);
        writeAccess(code, alignment, offset);
      },
    };
  };
}

/** Copies bytes from one place to another, as if all were read before any is written. */
export function copyBytes(
  to: Operand<'i32'>,
  from: Operand<'i32'>,
  count: Operand<'i32'>,
): Statement {
  const operands = [to, from, count].map((operand) => expressionOf('i32', operand));
  return {
    write(code) {
      for (const operand of operands) operand.write(code);
      code.raw([bulkPrefix, 0x0a, 0, 0]);
    },
  };
}

/** Ends the run with a trap, which the runtime turns into an ExecutionError. */
export const trap: Statement = { write: (code) => code.u8(0x00) };
