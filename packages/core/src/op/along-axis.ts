import type { DType } from '../data/dtype.js';
import { resolveAxis } from '../shape/shape.js';
import { type AttributeSpec, integer } from './attribute.js';
import { axisBefore } from './axes.js';
import { one, type OpDefinition, type OpSet } from './definition.js';
import { workPerInput } from './reduction.js';

/** Attributes of an op that works along one axis. */
export interface AxisAttributes {
  /** May count from the end; −1. */
  readonly axis: number;
}

/** An op whose result has the shape of `x` and whose elements depend on their neighbours along an axis. */
export type AlongAxisOp<A extends AxisAttributes = AxisAttributes> = OpDefinition<
  { x: 'one' },
  A,
  readonly ['y']
>;

interface AlongAxisRule<A extends AxisAttributes> {
  readonly name: string;
  readonly dtypes: readonly DType[];
  readonly sets: readonly OpSet[];
  /** Operations an element of `x`. */
  readonly operations: number;
  readonly attributes?: { readonly [K in Exclude<keyof A, 'axis'>]: AttributeSpec<A[K]> };
  readonly decompose?: AlongAxisOp<A>['decompose'];
}

/** Defines an op along one axis. */
export function alongAxis<A extends AxisAttributes>(rule: AlongAxisRule<A>): AlongAxisOp<A> {
  const { name, dtypes, sets, operations, attributes, decompose } = rule;
  return {
    name,
    operands: { x: one(dtypes) },
    results: ['y'],
    attributes: { axis: integer(-1), ...attributes } as unknown as AlongAxisOp<A>['attributes'],
    sets,
    infer({ x }, { axis }) {
      resolveAxis(axis, x.shape.length);
      return [x];
    },
    work: workPerInput(operations),
    permute: (given, permutation) => ({
      attributes: { ...given, axis: axisBefore(given.axis, permutation) },
      result: permutation,
    }),
    ...(decompose && { decompose }),
  };
}
