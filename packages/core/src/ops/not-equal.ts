import type { BinaryOp } from '../op/binary.js';
import { comparison } from '../op/comparison.js';
import { anyDType } from '../op/definition.js';

/**
 * Whether a differs from b: NaN differs from everything.
 *
 * Source: NumPy `not_equal`; `Not(Equal)` in ONNX.
 */
export const notEqual: BinaryOp = comparison('notEqual', anyDType, (g, { a, b }) => [
  g.logicalNot({ x: g.equal({ a, b }) }),
]);
