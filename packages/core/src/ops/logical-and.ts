import { binary, type BinaryOp } from '../op/binary.js';
import { boolOnly } from '../op/definition.js';

/**
 * Whether both a and b are true.
 *
 * Source: ONNX And-7.
 */
export const logicalAnd: BinaryOp = binary({ name: 'logicalAnd', dtypes: boolOnly });
