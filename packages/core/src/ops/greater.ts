import type { BinaryOp } from '../op/binary.js';
import { comparison } from '../op/comparison.js';
import { numeric } from '../op/definition.js';

/**
 * Whether a > b; false beside NaN.
 *
 * Source: ONNX Greater-13.
 */
export const greater: BinaryOp = comparison('greater', numeric, (g, { a, b }) => [
  g.less({ a: b, b: a }),
]);
