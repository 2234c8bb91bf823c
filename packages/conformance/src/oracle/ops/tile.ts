import type { OracleOp } from '../exact.js';
import { rearrange } from '../movement.js';

/** x repeated as a whole along each axis. */
export const tile: OracleOp<'tile'> = ({ operands: { x }, attributes }) => {
  const repeats = attributes.repeats as readonly number[];
  const shape = x.shape.map((extent, axis) => extent * repeats[axis]!);
  return [rearrange(x, shape, (at) => at.map((index, axis) => index % x.shape[axis]!))];
};
