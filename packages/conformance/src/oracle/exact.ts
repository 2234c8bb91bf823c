import {
  type DType,
  type OpDefinition,
  type OperandsOf,
  type OpName,
  type Ops,
  sizeOf,
  type Tensor,
} from '@separable/core';
import { overflowThreshold } from '../tolerance/roundoff.js';
import type { Policy } from '../tolerance/policy.js';

/**
 * What an op must give: the exact result and how far a correct engine may be away from it.
 *
 * A finite value of a float32 tensor admits everything within `error`. A NaN or an infinity is
 * exact: the engine must give the same class. `error` is `Infinity` where rounding before the op
 * leaves the answer open (a comparison of two nearly equal numbers, a sum that may overflow): the
 * element is *ambiguous*, admits anything, and the report counts it. `error` is 0 for integers and
 * booleans unless they are ambiguous. It is never NaN once {@link settle} has seen it.
 */
export interface Exact {
  readonly dtype: DType;
  readonly shape: readonly number[];
  /** Row-major; booleans are 0 and 1. */
  readonly value: Float64Array;
  /** Absolute, per element. */
  readonly error: Float64Array;
}

/** Operands by name (a list for an operand that takes many), complete attributes, tolerances. */
export interface OracleContext<O, A> {
  readonly operands: O;
  readonly attributes: A;
  readonly policy: Policy;
}

/**
 * The exact results of one op, in the order of its definition, straight from its formula in float64.
 *
 * The errors of the results hold the errors of the operands as the op passes them on, what the op's
 * own arithmetic adds by {@link Policy}, and one rounding of each result.
 */
export type OracleOp<K extends OpName> =
  Ops[K] extends OpDefinition<infer O, infer A, infer _R>
    ? (context: OracleContext<OperandsOf<O, Exact>, A>) => readonly Exact[]
    : never;

/** An oracle op whose operand and attribute types have been erased. */
export type AnyOracleOp = (
  context: OracleContext<
    Readonly<Record<string, Exact | readonly Exact[] | undefined>>,
    Readonly<Record<string, unknown>>
  >,
) => readonly Exact[];

/** Zeros without error, to be filled in. */
export function blank(dtype: DType, shape: readonly number[]): Exact {
  const size = sizeOf(shape);
  return { dtype, shape: [...shape], value: new Float64Array(size), error: new Float64Array(size) };
}

/** A tensor as the engine reads it. */
export function exactOf({ dtype, shape, data }: Tensor, policy: Policy): Exact {
  const value = Float64Array.from(data);
  const error = dtype === 'float32' ? value.map(policy.stored) : new Float64Array(value.length);
  return { dtype, shape: [...shape], value, error };
}

/**
 * The exact result as an engine can hold it: beyond the range of float32 it is an infinity, near the
 * edge of the range it is ambiguous; a class is exact or ambiguous, nothing between.
 */
export function settle(exact: Exact): Exact {
  const { dtype, value, error } = exact;
  if (dtype !== 'float32') return exact;
  for (let i = 0; i < value.length; i++) {
    const v = value[i]!;
    const e = Number.isNaN(error[i]!) ? Infinity : error[i]!;
    if (!Number.isFinite(v)) {
      error[i] = e === Infinity ? Infinity : 0;
    } else if (Math.abs(v) - e >= overflowThreshold) {
      value[i] = v > 0 ? Infinity : -Infinity;
      error[i] = 0;
    } else {
      error[i] = Math.abs(v) + e >= overflowThreshold ? Infinity : e;
    }
  }
  return exact;
}
