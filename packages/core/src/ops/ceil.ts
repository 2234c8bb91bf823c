import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The least integer not below x; −0 in (−1, −0].
 *
 * Source: ONNX Ceil-13; NumPy `ceil`.
 */
export const ceil: UnaryOp = unary({ name: 'ceil' });
