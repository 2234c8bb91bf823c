import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The greatest integer not above x; keeps −0, NaN and ±Infinity.
 *
 * Source: ONNX Floor-13; NumPy `floor`.
 */
export const floor: UnaryOp = unary({ name: 'floor' });
