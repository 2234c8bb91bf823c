import type { DType } from '../data/dtype.js';
import type { AttributeSpec } from './attribute.js';
import { floatOnly, one, type OpDefinition, type OpSet } from './definition.js';

/** An op that maps each element of `x` by itself: `y` has its shape. */
export type UnaryOp<A extends object = object> = OpDefinition<{ x: 'one' }, A, readonly ['y']>;

interface UnaryRule<A extends object> {
  readonly name: string;
  /** Dtypes it takes; float32 unless given. */
  readonly dtypes?: readonly DType[];
  /** The dtype of the result; that of `x` unless given. */
  readonly result?: DType;
  readonly attributes?: { readonly [K in keyof A]: AttributeSpec<A[K]> };
  /** `'activation'` when a convolution may carry it. */
  readonly sets?: readonly OpSet[];
  readonly decompose?: UnaryOp<A>['decompose'];
}

/** Defines a unary op. */
export function unary<A extends object = object>(rule: UnaryRule<A>): UnaryOp<A> {
  const { name, dtypes = floatOnly, result, sets = [], decompose } = rule;
  return {
    name,
    operands: { x: one(dtypes) },
    results: ['y'],
    attributes: rule.attributes ?? ({} as UnaryOp<A>['attributes']),
    sets: ['unary', 'elementwise', ...sets],
    infer: ({ x }) => [result === undefined ? x : { dtype: result, shape: x.shape }],
    ...(decompose && { decompose }),
  };
}

/** Defines a unary op that a convolution may carry. */
export function activationOp<A extends object = object>(rule: UnaryRule<A>): UnaryOp<A> {
  return unary({ ...rule, sets: ['activation'] });
}
