import type { Shape } from '../shape/shape.js';
import type { AttributeSpec } from './attribute.js';
import { anyDType, one, type OpDefinition, type ValueType, type Work } from './definition.js';

/** An op that puts the elements of `x` elsewhere and computes nothing. */
export type MovementOp<A extends object = object> = OpDefinition<{ x: 'one' }, A, readonly ['y']>;

interface MovementRule<A extends object> {
  readonly name: string;
  readonly attributes: { readonly [K in keyof A]: AttributeSpec<A[K]> };
  /** The shape of `y`. */
  readonly shape: (x: ValueType, attributes: A) => Shape;
  readonly decompose?: MovementOp<A>['decompose'];
  readonly permute?: MovementOp<A>['permute'];
}

/** The work of an op that only moves data. */
export function noWork(): Work {
  return { macs: 0, operations: 0 };
}

/** Defines a movement op of any dtype. */
export function movement<A extends object>(rule: MovementRule<A>): MovementOp<A> {
  const { name, attributes, shape, decompose, permute } = rule;
  return {
    name,
    operands: { x: one(anyDType) },
    results: ['y'],
    attributes,
    sets: ['movement'],
    infer: ({ x }, given) => [{ dtype: x.dtype, shape: shape(x, given) }],
    work: noWork,
    ...(decompose && { decompose }),
    ...(permute && { permute }),
  };
}

/** Defines a movement op that keeps the data as it lies: a reshape under another name. */
export function view<A extends object>(rule: MovementRule<A>): MovementOp<A> {
  return {
    decompose: (g, { x }, given) => [g.reshape({ x }, { shape: rule.shape(x, given) })],
    ...movement(rule),
    sets: ['movement', 'view'],
  };
}
