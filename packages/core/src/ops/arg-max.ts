import { argReduction, type ArgReductionOp } from '../op/arg-reduction.js';

/**
 * Where along an axis the greatest element lies. NaN counts as the greatest; among equals the first counts, or
 * the last with `selectLast`.
 *
 * - `y` int32, `x` without the axis, or with an extent of 1 there under `keepDims`.
 *
 * Source: ONNX ArgMax-13; NumPy `argmax`.
 */
export const argMax: ArgReductionOp = argReduction('argMax');
