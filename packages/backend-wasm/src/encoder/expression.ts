import type { ByteSink } from './byte-sink.js';

/** The types of WebAssembly values that kernels use. */
export type ValueType = 'i32' | 'f32' | 'f64' | 'v128';

/** Their codes in the binary format. */
export const typeCodes: Readonly<Record<ValueType, number>> = {
  i32: 0x7f,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
};

/**
 * A tree of instructions that leaves one value on the stack. It is a recipe, not a value: used twice
 * it is computed twice. Keep what is needed again in a local.
 */
export interface Expression<T extends ValueType> {
  readonly type: T;
  /** Writes the instructions, operands first. */
  write(code: ByteSink): void;
}

/** An operand: an expression, or a number that becomes a constant of the type. */
export type Operand<T extends ValueType> = T extends 'v128'
  ? Expression<'v128'>
  : Expression<T> | number;

/** An operand as an expression. */
export function expressionOf<T extends ValueType>(type: T, operand: Operand<T>): Expression<T> {
  return typeof operand === 'number'
    ? constant(type, operand)
    : (operand as unknown as Expression<T>);
}

function constant<T extends ValueType>(type: T, value: number): Expression<T> {
  return {
    type,
    write(code) {
      if (type === 'i32') {
        code.u8(0x41);
        code.s32(value);
      } else if (type === 'f32') {
        code.u8(0x43);
        code.f32(value);
      } else {
        code.u8(0x44);
        code.f64(value);
      }
    },
  };
}

type OperandsOf<P extends readonly ValueType[]> = { readonly [I in keyof P]: Operand<P[I]> };

/** An instruction as a function of its operands. */
export type Instruction<P extends readonly ValueType[], R extends ValueType> = (
  ...operands: OperandsOf<P>
) => Expression<R>;

/** Codes above this stand behind the prefix of vector instructions. */
const vectorPrefix = 0xfd;
/** Before saturating conversions and instructions on blocks of memory. */
export const bulkPrefix = 0xfc;

/** An instruction of the one-byte space. */
export function plain<const P extends readonly ValueType[], R extends ValueType>(
  code: number,
  params: P,
  result: R,
): Instruction<P, R> {
  return instruction((sink) => sink.u8(code), params, result);
}

/** A conversion that saturates. */
export function saturating<const P extends readonly ValueType[], R extends ValueType>(
  code: number,
  params: P,
  result: R,
): Instruction<P, R> {
  return instruction((sink) => sink.raw([bulkPrefix, code]), params, result);
}

/** `a` where the condition is not 0, else `b`; both are computed. */
export function select<T extends ValueType>(
  type: T,
  a: Operand<T>,
  b: Operand<T>,
  condition: Operand<'i32'>,
): Expression<T> {
  const operands = [expressionOf(type, a), expressionOf(type, b), expressionOf('i32', condition)];
  return {
    type,
    write(sink) {
      for (const operand of operands) operand.write(sink);
      sink.u8(0x1b);
    },
  };
}

/** An instruction of the vector space. */
export function vector<const P extends readonly ValueType[], R extends ValueType>(
  code: number,
  params: P,
  result: R,
): Instruction<P, R> {
  return instruction((sink) => writeVector(sink, code), params, result);
}

/** Writes the code of a vector instruction. */
export function writeVector(sink: ByteSink, code: number): void {
  sink.u8(vectorPrefix);
  sink.u32(code);
}

function instruction<P extends readonly ValueType[], R extends ValueType>(
  writeCode: (sink: ByteSink) => void,
  params: P,
  result: R,
): Instruction<P, R> {
  return (...operands) => {
    const list = operands as unknown as readonly Operand<ValueType>[];
    const expressions = params.map((type, i) => expressionOf(type, list[i]! as never));
    return {
      type: result,
      write(sink) {
        for (const expression of expressions) expression.write(sink);
        writeCode(sink);
      },
    };
  };
}
