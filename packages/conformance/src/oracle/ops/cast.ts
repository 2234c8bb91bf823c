import { convert } from '../convert.js';
import type { OracleOp } from '../exact.js';
import { reshaped } from '../movement.js';
import { mapSteps } from '../steps.js';

/**
 * x in another dtype: floats truncate toward zero and saturate, NaN gives 0; integers wrap; truth is
 * `x ≠ 0`; an int32 that float32 cannot hold goes to the nearest float32.
 */
export const cast: OracleOp<'cast'> = ({ operands: { x }, attributes: { to } }) => {
  if (to === x.dtype) return [reshaped(x, x.shape)];
  const y = mapSteps(x, (v) => convert(v, x.dtype, to), to);
  // Only a neighbour as near as the nearest is let through: both of a tie, otherwise one.
  if (to === 'float32')
    y.value.forEach((v, i) => (y.error[i] = y.error[i]! + Math.abs(Math.fround(v) - v)));
  return [y];
};
