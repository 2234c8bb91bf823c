import { alongAxis, type AlongAxisOp } from '../op/along-axis.js';
import { floatOnly } from '../op/definition.js';

/**
 * `exp(x − m) / Σ exp(x − m)` along an axis, with m the greatest element there: positive numbers that
 * add up to 1. NaN all along an axis that holds NaN, Infinity or nothing above −Infinity.
 *
 * Work: maximum, difference, power, sum and quotient, five operations an element.
 *
 * Source: ONNX Softmax-13; Blanchard, Higham & Higham, "Accurately computing the log-sum-exp and
 * softmax functions" (2021).
 */
export const softmax: AlongAxisOp = alongAxis({
  name: 'softmax',
  dtypes: floatOnly,
  sets: ['normalisation'],
  operations: 5,
  decompose(g, { x }, { axis }) {
    const along = { axes: [axis], keepDims: true };
    const powers = g.exp({ x: g.sub({ a: x, b: g.reduceMax({ x }, along) }) });
    return [g.div({ a: powers, b: g.reduceSum({ x: powers }, along) })];
  },
});
