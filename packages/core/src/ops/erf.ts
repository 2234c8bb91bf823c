import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The error function `2/√π · ∫₀ˣ exp(−t²) dt`.
 *
 * Source: ONNX Erf-13; Abramowitz & Stegun 7.1.1.
 */
export const erf: UnaryOp = unary({ name: 'erf' });
