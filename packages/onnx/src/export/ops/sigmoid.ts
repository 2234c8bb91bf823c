import type { Lowerings } from '../lowering.js';

/**
 * `1 / (1 + exp(−x))`. ONNX Runtime's `Sigmoid` is right to 1e-7 of 1, not of the result: one near 0
 * has no correct digit.
 */
export const sigmoid: Lowerings<'sigmoid'> = {
  sigmoid(node) {
    const { name, order } = node.home('x');
    if (!node.model.exact) return { name: node.add('Sigmoid', [name]), order };
    const power = node.add('Exp', [node.add('Neg', [name])]);
    return { name: node.add('Reciprocal', [node.add('Add', [power, node.float(1)])]), order };
  },
};
