import { unary, type UnaryOp } from '../op/unary.js';

/**
 * `−x`: flips the sign of zero. The int32 −2³¹ stays as it is.
 *
 * Source: ONNX Neg-13.
 */
export const neg: UnaryOp = unary({ name: 'neg', dtypes: ['float32', 'int32'] });
