import { binary, type BinaryOp } from '../op/binary.js';
import { numeric } from '../op/definition.js';

/**
 * The lesser of a and b; NaN where either is NaN.
 *
 * Source: ONNX Min-13; NumPy `minimum`.
 */
export const minimum: BinaryOp = binary({ name: 'minimum', dtypes: numeric });
