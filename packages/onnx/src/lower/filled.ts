import { scalar, tensor } from '@separable/core';
import { Unsupported } from '../import/unsupported.js';
import { constantOperand } from '../import/constant-operand.js';
import { tensorOf } from '../import/node-import.js';
import { errorAt } from '../proto/place.js';
import type { Lowerings } from './lowering.js';

/** Longer ranges are not turned into constants of the graph. */
const longestRange = 2 ** 20;

/** Tensors made from numbers: short ones were evaluated already, these are large or symbolic. */
export const filled: Lowerings = {
  ConstantOfShape(node) {
    const proto = node.attributes.tensor('value');
    const value =
      proto === undefined
        ? scalar('float32', 0)
        : { ...tensorOf(constantOperand(node.name(), proto, node.model.externalData)), shape: [] };
    if (value.data.length !== 1)
      throw errorAt(node.node.place, 'ConstantOfShape needs a value of one element');
    const x = node.g.constant(node.name('value'), value);
    return node.g.expand({ x }, { shape: node.dims(0) }, node.name());
  },
  Range(node) {
    const [start, limit, delta] = [node.number(0), node.number(1), node.number(2)];
    const count = Math.max(0, Math.ceil((limit - start) / delta));
    if (!(count <= longestRange))
      throw new Unsupported(`it counts ${count} steps; at most ${longestRange} are supported`);
    const numbers = Array.from({ length: count }, (_, i) => start + i * delta);
    return node.g.constant(node.name(), tensor(node.dtype(0), [count], numbers));
  },
};
