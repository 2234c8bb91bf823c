import { binary, type BinaryOp } from '../op/binary.js';
import { numeric } from '../op/definition.js';

/**
 * `a − b`; integers wrap modulo 2³² or 2⁸.
 *
 * Source: ONNX Sub-14.
 */
export const sub: BinaryOp = binary({ name: 'sub', dtypes: numeric });
