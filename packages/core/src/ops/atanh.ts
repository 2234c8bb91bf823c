import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The inverse of tanh: `ln((1 + x) / (1 − x)) / 2`; ±Infinity at ±1, NaN beyond.
 *
 * Source: ONNX Atanh-9; NumPy `arctanh`.
 */
export const atanh: UnaryOp = unary({ name: 'atanh' });
