import { broadcastShapes } from '../coordinates.js';
import type { OracleOp } from '../exact.js';
import { rearrange } from '../movement.js';

/** Repeats x along extents of 1 to the broadcast of its shape and the one given. */
export const expand: OracleOp<'expand'> = ({ operands: { x }, attributes: { shape } }) => [
  rearrange(x, broadcastShapes(x.shape, shape as readonly number[]), (at) =>
    at.slice(at.length - x.shape.length).map((index, axis) => (x.shape[axis] === 1 ? 0 : index)),
  ),
];
