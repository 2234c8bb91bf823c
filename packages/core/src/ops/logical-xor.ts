import { binary, type BinaryOp } from '../op/binary.js';
import { boolOnly } from '../op/definition.js';

/**
 * Whether just one of a and b is true.
 *
 * Source: ONNX Xor-7.
 */
export const logicalXor: BinaryOp = binary({
  name: 'logicalXor',
  dtypes: boolOnly,
  decompose: (g, { a, b }) => [g.notEqual({ a, b })],
});
