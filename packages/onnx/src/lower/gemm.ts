import { scalar, type Value } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import type { Lowerings } from './lowering.js';

/**
 * `Gemm`: `alpha·A·B + beta·C`, either matrix transposed. With a constant B and a vector C it is a
 * dense layer.
 */
export const gemm: Lowerings = {
  Gemm(node) {
    const { g, attributes } = node;
    const [alpha, beta] = [attributes.float('alpha', 1), attributes.float('beta', 1)];
    const [transposeA, transposeB] = [
      attributes.flag('transA', false),
      attributes.flag('transB', false),
    ];
    const added = node.has(2) && beta !== 0;
    const outputs = node.shape(1)[transposeB ? 0 : 1];
    const vector = !added || (node.rank(2) === 1 && node.shape(2)[0] === outputs);
    if (
      alpha === 1 &&
      beta === 1 &&
      !transposeA &&
      vector &&
      node.isConstant(1) &&
      node.dtype(0) === 'float32'
    ) {
      const filter = transposeB ? node.arranged(1, { permutation: [1, 0] }) : node.value(1);
      return g.dense(
        { x: node.value(0), filter, ...(added ? { bias: node.value(2) } : {}) },
        {},
        node.name(),
      );
    }
    const operands = { a: node.value(0), b: node.value(1) };
    const last = alpha === 1 && !added;
    const product = g.matmul(
      operands,
      { transposeA, transposeB },
      last ? node.name() : node.name('product'),
    );
    const scaled = times(node, product, alpha, added ? node.name('scaled') : node.name());
    if (!added) return scaled;
    const offset = times(node, node.value(2), beta, node.name('offset'));
    return g.add({ a: scaled, b: offset }, {}, node.name());
  },
};

function times(node: NodeImport, x: Value, factor: number, name: string): Value {
  if (factor === 1) return x;
  const b = node.g.constant(`${name}/factor`, scalar(x.dtype, factor));
  return node.g.mul({ a: x, b }, {}, name);
}
