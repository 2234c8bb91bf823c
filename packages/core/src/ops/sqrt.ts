import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The square root: NaN below 0, −0 at −0.
 *
 * Source: ONNX Sqrt-13; NumPy `sqrt`.
 */
export const sqrt: UnaryOp = unary({ name: 'sqrt' });
