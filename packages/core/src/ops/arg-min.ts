import { argReduction, type ArgReductionOp } from '../op/arg-reduction.js';

/**
 * Where along an axis the least element lies. NaN counts as the least; among equals the first counts, or
 * the last with `selectLast`.
 *
 * - `y` int32, `x` without the axis, or with an extent of 1 there under `keepDims`.
 *
 * Source: ONNX ArgMin-13; NumPy `argmin`.
 */
export const argMin: ArgReductionOp = argReduction('argMin');
