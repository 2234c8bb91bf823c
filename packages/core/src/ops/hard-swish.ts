import { number } from '../op/number.js';
import { activationOp, type UnaryOp } from '../op/unary.js';

/**
 * `x · min(max(x + 3, 0), 6) / 6`; NaN at −Infinity, as the formula says.
 *
 * Source: Howard et al., "Searching for MobileNetV3" (2019); ONNX HardSwish-14.
 */
export const hardSwish: UnaryOp = activationOp({
  name: 'hardSwish',
  decompose(g, { x }) {
    const gate = g.clip({ x: g.add({ a: x, b: number(g, 3) }) }, { min: 0, max: 6 });
    return [g.div({ a: g.mul({ a: x, b: gate }), b: number(g, 6) })];
  },
});
