import type { OpName } from '@separable/core';
import { elementwise } from '../elementwise.js';
import type { Lowering, Lowerings } from '../lowering.js';

function binary<K extends OpName>(op: string): Lowering<K> {
  return (node) => elementwise(node, ['a', 'b'], (a, b) => node.add(op, [a, b]));
}

export const logic: Lowerings<'logicalAnd' | 'logicalOr' | 'logicalXor'> = {
  logicalAnd: binary('And'),
  logicalOr: binary('Or'),
  logicalXor: binary('Xor'),
};
