import { binary, type BinaryOp } from '../op/binary.js';
import { boolOnly } from '../op/definition.js';

/**
 * Whether a or b is true.
 *
 * Source: ONNX Or-7.
 */
export const logicalOr: BinaryOp = binary({ name: 'logicalOr', dtypes: boolOnly });
