import { alongAxis, type AlongAxisOp } from '../op/along-axis.js';
import { floatOnly } from '../op/definition.js';

/**
 * `x − ln(Σ exp(x))` along an axis, the logarithm of softmax, without overflow. Beside an Infinity a
 * finite x gives −Infinity.
 *
 * Work: maximum, difference, power, sum and difference, five operations an element.
 *
 * Source: ONNX LogSoftmax-13.
 */
export const logSoftmax: AlongAxisOp = alongAxis({
  name: 'logSoftmax',
  dtypes: floatOnly,
  sets: ['normalisation'],
  operations: 5,
  decompose: (g, { x }, { axis }) => [
    g.sub({ a: x, b: g.reduceLogSumExp({ x }, { axes: [axis], keepDims: true }) }),
  ],
});
