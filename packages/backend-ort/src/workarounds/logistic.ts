import type { Activation, Node, Value } from '@separable/core';
import type { Site, Workaround } from './workaround.js';

/**
 * `Sigmoid` of the CPU provider is a rational approximation that is off by up to 6e-8 however small the
 * result, and even negative. The definition is not.
 */
export const logistic: Workaround = {
  because: 'https://github.com/microsoft/onnxruntime/issues/22557',
  appliesTo: (node) => activationOf(node) !== undefined,
  instead(node, site) {
    const { op, beta = 1 } = activationOf(node)!;
    const x =
      node.op === op ? site.operand('x') : site.again({ ...node.attributes, activation: null })[0]!;
    if (op === 'sigmoid') return [sigmoid(x, site)];
    const inner = beta === 1 ? x : site.g.mul({ a: x, b: site.number(beta as number) });
    return [site.g.mul({ a: x, b: sigmoid(inner, site) })];
  },
};

/** The sigmoid or swish that a node is, or that is fused into it. */
function activationOf({ op, attributes }: Node): Activation | undefined {
  const fused = attributes['activation'] as Activation | null | undefined;
  const activation = fused ?? { ...attributes, op };
  return activation.op === 'sigmoid' || activation.op === 'swish' ? activation : undefined;
}

function sigmoid(x: Value, { g, number }: Site): Value {
  return g.reciprocal({ x: g.add({ a: number(1), b: g.exp({ x: g.neg({ x }) }) }) });
}
