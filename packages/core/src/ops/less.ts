import type { BinaryOp } from '../op/binary.js';
import { comparison } from '../op/comparison.js';
import { numeric } from '../op/definition.js';

/**
 * Whether a < b; false beside NaN.
 *
 * Source: ONNX Less-13.
 */
export const less: BinaryOp = comparison('less', numeric);
