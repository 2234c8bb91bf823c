import type { DType } from '../data/dtype.js';
import { sizeOf } from '../data/tensor.js';
import { ShapeMismatchError } from '../errors/errors.js';
import type { Shape } from '../shape/shape.js';
import { boolean, integersOrNull } from './attribute.js';
import { axisBefore, resolveAxes } from './axes.js';
import { one, type OpDefinition, type ValueType, type Work } from './definition.js';

/** Attributes of every reduction. */
export interface ReductionAttributes {
  /** Axes to reduce, may count from the end; null takes all, an empty list none. */
  readonly axes: readonly number[] | null;
  /** Whether reduced axes stay with extent 1; false. */
  readonly keepDims: boolean;
}

/** An op that makes one number of all elements along some axes. */
export type ReductionOp = OpDefinition<{ x: 'one' }, ReductionAttributes, readonly ['y']>;

interface ReductionRule {
  readonly name: string;
  readonly dtypes: readonly DType[];
  /** Whether a reduction of no elements has a value for integers, too. */
  readonly emptyIntegers?: boolean;
  readonly decompose?: ReductionOp['decompose'];
}

/** Defines a reduction. Its work is one operation an element of `x`. */
export function reduction(rule: ReductionRule): ReductionOp {
  const { name, dtypes, emptyIntegers = true, decompose } = rule;
  return {
    name,
    operands: { x: one(dtypes) },
    results: ['y'],
    attributes: { axes: integersOrNull(), keepDims: boolean(false) },
    sets: ['reduction'],
    infer({ x }, { axes, keepDims }) {
      const reduced = reducedAxes(axes, x.shape.length);
      const shape = reducedShape(x.shape, reduced, keepDims);
      const empty = reduced.some((axis) => x.shape[axis] === 0) && !shape.includes(0);
      if (empty && x.dtype !== 'float32' && !emptyIntegers) {
        throw new ShapeMismatchError(`no ${x.dtype} is the extremum of no elements`);
      }
      return [{ dtype: x.dtype, shape }];
    },
    work: workPerInput(1),
    permute: ({ axes, keepDims }, permutation) => ({
      attributes: { axes: axes && axes.map((axis) => axisBefore(axis, permutation)), keepDims },
      result: permutedResult(axes, keepDims, permutation),
    }),
    ...(decompose && { decompose }),
  };
}

/** Axes from the start; all of them for null. */
export function reducedAxes(axes: readonly number[] | null, rank: number): readonly number[] {
  return axes === null ? Array.from({ length: rank }, (_, i) => i) : resolveAxes(axes, rank);
}

/** What is left of a shape; `axes` count from the start. */
export function reducedShape(shape: Shape, axes: readonly number[], keepDims: boolean): Shape {
  return keepDims
    ? shape.map((extent, axis) => (axes.includes(axis) ? 1 : extent))
    : shape.filter((_, axis) => !axes.includes(axis));
}

/** The permutation that a reduction of `transpose(x, permutation)` leaves on its result. */
export function permutedResult(
  axes: readonly number[] | null,
  keepDims: boolean,
  permutation: readonly number[],
): readonly number[] {
  if (keepDims) return permutation;
  const reduced = reducedAxes(axes, permutation.length);
  const kept = permutation.filter((_, axis) => !reduced.includes(axis));
  return kept.map((axis) => kept.filter((other) => other < axis).length);
}

/** Work of `count` operations for each element of `x`. */
export function workPerInput(count: number): (operands: { readonly x: ValueType }) => Work {
  return ({ x }) => ({ macs: 0, operations: count * sizeOf(x.shape as number[]) });
}
