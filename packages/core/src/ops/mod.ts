import { oneOf } from '../op/attribute.js';
import { binary, type BinaryOp } from '../op/binary.js';
import { numeric } from '../op/definition.js';

/** Attributes of {@link mod}. */
export interface ModAttributes {
  /** Whose sign the remainder takes; `divisor`. */
  readonly sign: 'divisor' | 'dividend';
}

/**
 * The remainder of `a / b`: `a − b · floor(a / b)` with the sign of the divisor, `a − b · trunc(a / b)`
 * with the sign of the dividend (C `fmod`), without rounding in between. A zero takes that sign too.
 *
 * The remainder by 0 is NaN for floats and 0 for integers; a finite a leaves a by ±Infinity, or ±Infinity
 * where the divisor has the other sign.
 *
 * Source: ONNX Mod-13; NumPy `mod` and `fmod`.
 */
export const mod: BinaryOp<ModAttributes> = binary<ModAttributes>({
  name: 'mod',
  dtypes: numeric,
  attributes: { sign: oneOf(['divisor', 'dividend'], 'divisor') },
});
