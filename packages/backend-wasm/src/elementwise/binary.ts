import type { OpName } from '@separable/core';
import { type Expression, f32x4, i32x4, type Local } from '../encoder/index.js';
import { truth } from '../elements/element-lanes.js';
import type { Kernel } from '../kernel.js';
import { broadcastKernel } from './broadcast-kernel.js';

type Pair = (a: Local<'v128'>, b: Local<'v128'>) => Expression<'v128'>;

/** The kernel of an op of two operands `a` and `b`, with one function for floats and one for the rest. */
export function binary<K extends OpName>(op: K, floats: Pair, integers: Pair): Kernel<K> {
  return broadcastKernel(op, ['a', 'b'], (dtype) => {
    const pair = dtype === 'float32' ? floats : integers;
    return { apply: (_, a, b) => pair(a!, b!) };
  });
}

/** The kernel of a relation: its result is true or false. */
export function comparison<K extends OpName>(
  op: K,
  name: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge',
): Kernel<K> {
  const signed = name === 'eq' || name === 'ne' ? name : (`${name}S` as const);
  return binary(
    op,
    (a, b) => truth(f32x4[name](a, b)),
    (a, b) => truth(i32x4[signed](a, b)),
  );
}
