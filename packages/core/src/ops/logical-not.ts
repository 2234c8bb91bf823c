import { boolOnly } from '../op/definition.js';
import { unary, type UnaryOp } from '../op/unary.js';

/**
 * Whether x is false.
 *
 * Source: ONNX Not-1.
 */
export const logicalNot: UnaryOp = unary({ name: 'logicalNot', dtypes: boolOnly });
