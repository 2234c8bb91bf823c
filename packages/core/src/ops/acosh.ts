import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The inverse of cosh: `ln(x + √(x² − 1))`; NaN below 1.
 *
 * Source: ONNX Acosh-9; NumPy `arccosh`.
 */
export const acosh: UnaryOp = unary({ name: 'acosh' });
