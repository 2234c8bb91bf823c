import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The inverse of sinh: `ln(x + √(x² + 1))`.
 *
 * Source: ONNX Asinh-9; NumPy `arcsinh`.
 */
export const asinh: UnaryOp = unary({ name: 'asinh' });
