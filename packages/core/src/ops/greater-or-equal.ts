import type { BinaryOp } from '../op/binary.js';
import { comparison } from '../op/comparison.js';
import { numeric } from '../op/definition.js';

/**
 * Whether a ≥ b; false beside NaN.
 *
 * Source: ONNX GreaterOrEqual-16.
 */
export const greaterOrEqual: BinaryOp = comparison('greaterOrEqual', numeric, (g, { a, b }) => [
  g.lessOrEqual({ a: b, b: a }),
]);
