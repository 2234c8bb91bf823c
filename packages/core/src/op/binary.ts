import type { DType } from '../data/dtype.js';
import { broadcast } from '../shape/shape.js';
import type { AttributeSpec } from './attribute.js';
import { one, type OpDefinition, type OpSet } from './definition.js';

/** An op that maps pairs of elements of `a` and `b`, which have one dtype and broadcast as in NumPy. */
export type BinaryOp<A extends object = object> = OpDefinition<
  { a: 'one'; b: 'one' },
  A,
  readonly ['y']
>;

interface BinaryRule<A extends object> {
  readonly name: string;
  /** Dtypes both operands may have. */
  readonly dtypes: readonly DType[];
  /** The dtype of the result; that of the operands unless given. */
  readonly result?: DType;
  readonly attributes?: { readonly [K in keyof A]: AttributeSpec<A[K]> };
  readonly sets?: readonly OpSet[];
  readonly decompose?: BinaryOp<A>['decompose'];
}

/** Defines a binary op. */
export function binary<A extends object = object>(rule: BinaryRule<A>): BinaryOp<A> {
  const { name, dtypes, result, sets = [], decompose } = rule;
  return {
    name,
    operands: { a: one(dtypes), b: one('same') },
    results: ['y'],
    attributes: rule.attributes ?? ({} as BinaryOp<A>['attributes']),
    sets: ['binary', 'elementwise', ...sets],
    infer: ({ a, b }) => [{ dtype: result ?? a.dtype, shape: broadcast(a.shape, b.shape) }],
    ...(decompose && { decompose }),
  };
}
