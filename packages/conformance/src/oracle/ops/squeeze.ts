import { axisOf } from '../coordinates.js';
import type { OracleOp } from '../exact.js';
import { reshaped } from '../movement.js';

/** Leaves axes of extent 1 out: those named, or all of them. */
export const squeeze: OracleOp<'squeeze'> = ({ operands: { x }, attributes: { axes } }) => {
  const named = axes?.map((axis) => axisOf(axis, x.shape.length));
  const gone = (extent: number, axis: number): boolean =>
    named === undefined ? extent === 1 : named.includes(axis);
  return [
    reshaped(
      x,
      x.shape.filter((extent, axis) => !gone(extent, axis)),
    ),
  ];
};
