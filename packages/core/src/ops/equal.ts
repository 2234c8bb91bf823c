import type { BinaryOp } from '../op/binary.js';
import { comparison } from '../op/comparison.js';
import { anyDType } from '../op/definition.js';

/**
 * Whether a equals b: −0 equals 0, NaN equals nothing.
 *
 * Source: ONNX Equal-19.
 */
export const equal: BinaryOp = comparison('equal', anyDType);
