import { axisOf } from '../coordinates.js';
import type { OracleOp } from '../exact.js';
import { rearrange } from '../movement.js';

/** Pieces of the sizes given, one after the other along an axis. */
export const split: OracleOp<'split'> = ({ operands: { x }, attributes }) => {
  const axis = axisOf(attributes.axis, x.shape.length);
  let next = 0;
  return (attributes.sizes as readonly number[]).map((size) => {
    const start = next;
    next += size;
    return rearrange(x, x.shape.with(axis, size), (at) => at.with(axis, at[axis]! + start));
  });
};
