import type { Value } from '@separable/core';
import { quote } from '../../file/place.js';
import { Unsupported } from '../../unsupported.js';
import type { NodeImport } from '../node-import.js';
import type { OpLowerings } from './op-lowering.js';

function fusedBatchNorm(node: NodeImport): Value {
  const format = node.attributes.text('data_format', 'NHWC');
  if (format !== 'NHWC') throw new Unsupported(`its data_format is ${quote(format)}`);
  const [x, scale, offset, mean, variance] = [0, 1, 2, 3, 4].map((i) => node.value(i));
  return node.g.batchNorm(
    { x: x!, mean: mean!, variance: variance!, scale: scale!, offset: offset! },
    { epsilon: node.attributes.float('epsilon', 1e-4) },
    node.name(),
  );
}

/** Operators that normalise, with the statistics of inference. */
export const normalization: OpLowerings = {
  FusedBatchNorm: fusedBatchNorm,
  FusedBatchNormV2: fusedBatchNorm,
  FusedBatchNormV3: fusedBatchNorm,
  LRN(node) {
    // TensorFlow.js sums up 2 · radius + 1 squares; alpha is the factor of one, not of their mean.
    const size = 2 * node.attributes.int('depth_radius', 5) + 1;
    const attributes = {
      size,
      alpha: node.attributes.float('alpha', 1) * size,
      beta: node.attributes.float('beta', 0.5),
      bias: node.attributes.float('bias', 1),
    };
    return node.g.lrn({ x: node.value(0) }, attributes, node.name());
  },
};
