import type { BinaryOp } from '../op/binary.js';
import { comparison } from '../op/comparison.js';
import { numeric } from '../op/definition.js';

/**
 * Whether a ≤ b; false beside NaN.
 *
 * Source: ONNX LessOrEqual-16.
 */
export const lessOrEqual: BinaryOp = comparison('lessOrEqual', numeric, (g, { a, b }) => [
  g.logicalOr({ a: g.less({ a, b }), b: g.equal({ a, b }) }),
]);
