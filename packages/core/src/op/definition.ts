import type { DType } from '../data/dtype.js';
import type { OpMethods, Value } from '../graph/builder-types.js';
import type { Shape } from '../shape/shape.js';
import type { AttributeSpec, AttributeValue } from './attribute.js';

/** What is known of a value before it is computed. */
export interface ValueType {
  readonly dtype: DType;
  readonly shape: Shape;
}

/** How often an operand appears: exactly once, at most once, or as a list. */
export type Arity = 'one' | 'optional' | 'many';

/** Operand names with their arity, in the op's positional order. */
export type OperandShape = Readonly<Record<string, Arity>>;

export interface OperandSpec<A extends Arity = Arity> {
  readonly arity: A;
  /** Dtypes it accepts; the first operand's dtype when `'same'`. */
  readonly dtypes: readonly DType[] | 'same';
  /** The rank it must have, when the op needs one. */
  readonly rank?: number;
}

/** The operands of an op with `V` in each place: types for inference, values for the builder. */
export type OperandsOf<O extends OperandShape, V> = {
  readonly [K in keyof O as O[K] extends 'optional' ? never : K]: O[K] extends 'many'
    ? readonly V[]
    : V;
} & {
  readonly [K in keyof O as O[K] extends 'optional' ? K : never]?: V | undefined;
};

/** Names of an op's results in order, or `'many'` where the attributes decide how many there are. */
export type ResultNames = readonly string[] | 'many';

/** One result is a plain `V`, several are a record by name, `'many'` is a list. */
export type ResultsOf<R extends ResultNames, V> = R extends readonly string[]
  ? R['length'] extends 1
    ? V
    : { readonly [K in R[number]]: V }
  : readonly V[];

/** Arithmetic an op does on concrete shapes. */
export interface Work {
  /** Multiply-accumulates of convolutions and matrix products; 0 elsewhere. */
  readonly macs: number;
  /** Every other arithmetic operation, bias and activation included. */
  readonly operations: number;
}

/** Sets that passes, backends and the suite query instead of naming ops. */
export type OpSet =
  | 'unary'
  | 'binary'
  | 'elementwise'
  | 'activation'
  | 'comparison'
  | 'convolution'
  | 'matmul'
  | 'pooling'
  | 'reduction'
  | 'normalisation'
  | 'movement'
  | 'view';

/** Everything the graph knows about an op. One file of `ops/` holds one of these. */
export interface OpDefinition<
  Operands extends OperandShape = OperandShape,
  Attributes extends object = object,
  Results extends ResultNames = ResultNames,
> {
  readonly name: string;
  /** In positional order; optional operands come last. */
  readonly operands: { readonly [K in keyof Operands]: OperandSpec<Operands[K]> };
  readonly results: Results;
  readonly attributes: { readonly [K in keyof Attributes]: AttributeSpec<Attributes[K]> };
  readonly sets: readonly OpSet[];
  /**
   * Types of the results in order. Attributes arrive complete and checked, dtypes and ranks as the
   * operand specs ask.
   *
   * @throws ShapeMismatchError with a message about shapes only; the caller adds node and operands
   */
  infer(operands: OperandsOf<Operands, ValueType>, attributes: Attributes): readonly ValueType[];
  /** Work on concrete shapes; without it an op counts one operation an output element. */
  work?(
    operands: OperandsOf<Operands, ValueType>,
    results: readonly ValueType[],
    attributes: Attributes,
  ): Work;
  /** MACs of the dense convolution between the same shapes; only on ops that do less than that. */
  denseMacs?(
    operands: OperandsOf<Operands, ValueType>,
    results: readonly ValueType[],
    attributes: Attributes,
  ): number;
  /** The same values out of simpler ops. An op without it is primitive. */
  decompose?(
    g: OpMethods,
    operands: OperandsOf<Operands, Value>,
    attributes: Attributes,
  ): readonly Value[];
  /**
   * How the op looks when its first operand (all of a list) arrives permuted: with the attributes
   * returned, `op(transpose(x, p)) = transpose(op(x), result)`. Undefined where no attributes do.
   * Elementwise ops need none: their attributes stay and the result follows.
   */
  permute?(
    attributes: Attributes,
    permutation: readonly number[],
  ): Permuted<Attributes> | undefined;
  /** Names the weights of an op that is linear in them, so that passes can fold factors into it. */
  readonly linear?: LinearOperands;
}

/** An op in another layout; see `permute`. */
export interface Permuted<Attributes> {
  readonly attributes: Attributes;
  /** Permutation of the result. */
  readonly result: readonly number[];
}

/**
 * `y[…, o] = f(Σ x · filter[…, o] + bias[o])`, where the row-major index of a filter element modulo
 * the number of output channels is its o. The bias is optional; f is the attribute `activation`.
 */
export interface LinearOperands {
  readonly filter: string;
  readonly bias: string;
  /** The axis of the filter that runs over the channels of x (of one group). */
  readonly inputAxis?: number;
}

/** A definition whose operand and attribute types have been erased, as tables of all ops hold it. */
export interface AnyOp {
  readonly name: string;
  readonly operands: Readonly<Record<string, OperandSpec>>;
  readonly results: ResultNames;
  readonly attributes: Readonly<Record<string, AttributeSpec<AttributeValue>>>;
  readonly sets: readonly OpSet[];
  infer(
    operands: Readonly<Record<string, ValueType | readonly ValueType[] | undefined>>,
    attributes: Readonly<Record<string, AttributeValue>>,
  ): readonly ValueType[];
  work?(
    operands: Readonly<Record<string, ValueType | readonly ValueType[] | undefined>>,
    results: readonly ValueType[],
    attributes: Readonly<Record<string, AttributeValue>>,
  ): Work;
  denseMacs?(
    operands: Readonly<Record<string, ValueType | readonly ValueType[] | undefined>>,
    results: readonly ValueType[],
    attributes: Readonly<Record<string, AttributeValue>>,
  ): number;
  decompose?(
    g: OpMethods,
    operands: Readonly<Record<string, Value | readonly Value[] | undefined>>,
    attributes: Readonly<Record<string, AttributeValue>>,
  ): readonly Value[];
  permute?(
    attributes: Readonly<Record<string, AttributeValue>>,
    permutation: readonly number[],
  ): Permuted<Readonly<Record<string, AttributeValue>>> | undefined;
  readonly linear?: LinearOperands;
}

export const floatOnly: readonly DType[] = ['float32'];
export const numeric: readonly DType[] = ['float32', 'int32', 'uint8'];
export const boolOnly: readonly DType[] = ['bool'];
export const anyDType: readonly DType[] = ['float32', 'int32', 'uint8', 'bool'];

/** An operand that must be there. */
export function one(dtypes: readonly DType[] | 'same', rank?: number): OperandSpec<'one'> {
  return rank === undefined ? { arity: 'one', dtypes } : { arity: 'one', dtypes, rank };
}

/** An operand that may be left out. */
export function optional(
  dtypes: readonly DType[] | 'same',
  rank?: number,
): OperandSpec<'optional'> {
  return rank === undefined ? { arity: 'optional', dtypes } : { arity: 'optional', dtypes, rank };
}

/** A list of one or more operands of the same dtype. */
export function many(dtypes: readonly DType[]): OperandSpec<'many'> {
  return { arity: 'many', dtypes };
}
