import { scalar, tensor, type Value } from '@separable/core';
import { Unsupported } from '../../unsupported.js';
import type { NodeImport } from '../node-import.js';
import type { Operand } from '../operand.js';
import type { OpLowerings } from './op-lowering.js';

/** Longer ranges are not turned into constants of the graph. */
const longestRange = 2 ** 20;

function like(value: 0 | 1): (node: NodeImport) => Value {
  return (node) => {
    const x = node.g.constant(node.name('value'), scalar(node.dtype(0), value));
    return node.g.expand({ x }, { shape: node.shape(0) }, node.name());
  };
}

function range(node: NodeImport): Operand {
  const [start, limit, delta] = [node.number(0), node.number(1), node.number(2)];
  const count = Math.max(0, Math.ceil((limit - start) / delta));
  if (!(count <= longestRange)) {
    throw new Unsupported(`it counts ${count} steps; at most ${longestRange} are supported`);
  }
  const numbers = Array.from({ length: count }, (_, i) => start + i * delta);
  const made = tensor(node.dtype(0), [count], numbers);
  return { kind: 'constant', name: node.name(), tensor: made, forms: new Map() };
}

/** Operators that make tensors out of little. */
export const filled: OpLowerings = {
  Fill(node) {
    const x = node.value(1);
    return node.g.expand({ x }, { shape: node.dims(0) }, node.name());
  },
  OnesLike: like(1),
  Range: range,
  ZerosLike: like(0),
};
