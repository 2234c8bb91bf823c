import type { ByteSink } from './byte-sink.js';
import { type Expression, expressionOf, type Operand, type ValueType } from './expression.js';

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
