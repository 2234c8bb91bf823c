import type { OpName } from '@separable/core';
import { elementwise } from '../elementwise.js';
import type { Lowering, Lowerings } from '../lowering.js';
import { viaInt32 } from '../via-int32.js';

function binary<K extends OpName>(op: string): Lowering<K> {
  return (node) =>
    elementwise(node, ['a', 'b'], (a, b) =>
      viaInt32(node, [a, b], (...operands) => node.add(op, operands)),
    );
}

/** ONNX's operators wrap int32 as the graph's do; they have no uint8. */
export const arithmetic: Lowerings<'add' | 'sub' | 'mul'> = {
  add: binary('Add'),
  sub: binary('Sub'),
  mul: binary('Mul'),
};
