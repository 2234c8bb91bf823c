import { binary, type BinaryOp } from '../op/binary.js';
import { numeric } from '../op/definition.js';

/**
 * The greater of a and b; NaN where either is NaN.
 *
 * Source: ONNX Max-13; NumPy `maximum`.
 */
export const maximum: BinaryOp = binary({ name: 'maximum', dtypes: numeric });
