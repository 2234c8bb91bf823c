import { binary, type BinaryOp } from '../op/binary.js';

/**
 * `a^b`, as IEEE 754 `pow` does: 1 where b is 0 or a is 1, even beside NaN; NaN for a negative a and a
 * broken b.
 *
 * Integers wrap modulo 2³². A negative integer exponent gives `a^b` truncated toward zero: ±1 for a = ±1,
 * 0 otherwise, 0 for a = 0 as well.
 *
 * Source: ONNX Pow-15; NumPy `power`.
 */
export const pow: BinaryOp = binary({ name: 'pow', dtypes: ['float32', 'int32'] });
