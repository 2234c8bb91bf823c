import { dim, isConcrete, resolveAxis } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import { permuted } from '../permuted.js';

/** `LayerNormalization`, which wants a scale. */
export const layerNorm: Lowerings<'layerNorm'> = {
  layerNorm(node) {
    const { shape } = node.value('x');
    const axis = resolveAxis(node.attributes.axis, shape.length);
    const rest = shape.slice(axis);
    if (!node.has('scale') && !isConcrete(rest)) return node.decomposed();
    const { inputs, order } = permuted(node);
    const ones = (): string => {
      const length = dim.product(rest) as number;
      const values = Array.from({ length }, () => 1);
      return node.model.constants.floats(values, rest as readonly number[]);
    };
    const scale = node.has('scale') ? node.plain('scale') : ones();
    const epsilon = { float: node.attributes.epsilon };
    const operands = [inputs[0]!, scale, ...node.optional('offset')];
    return { name: node.add('LayerNormalization', operands, { axis, epsilon }), order };
  },
};
