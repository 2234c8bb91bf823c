import type { OpName } from '@separable/core';
import { elementwise } from '../elementwise.js';
import type { Lowering, Lowerings } from '../lowering.js';
import { viaInt32 } from '../via-int32.js';

function extremum<K extends OpName>(op: string): Lowering<K> {
  return (node) =>
    elementwise(node, ['a', 'b'], (a, b) =>
      viaInt32(node, [a, b], (...operands) => node.add(op, operands)),
    );
}

export const extrema: Lowerings<'maximum' | 'minimum'> = {
  maximum: extremum('Max'),
  minimum: extremum('Min'),
};
