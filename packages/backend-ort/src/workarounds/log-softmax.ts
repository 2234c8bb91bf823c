import type { Workaround } from './workaround.js';

/** `LogSoftmax` subtracts the maximum first, so that beside an Infinity every result is NaN. */
export const logSoftmaxOfInfinity: Workaround = {
  because: 'ONNX Runtime 1.30, LogSoftmax of [1, ∞] is [NaN, NaN] instead of [−∞, NaN]',
  appliesTo: ({ op }) => op === 'logSoftmax',
  instead(node, { g, operand }) {
    const x = operand('x');
    const axes = [node.attributes['axis'] as number];
    return [g.sub({ a: x, b: g.reduceLogSumExp({ x }, { axes, keepDims: true }) })];
  },
};
