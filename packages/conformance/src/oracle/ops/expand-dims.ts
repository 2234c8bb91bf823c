import { axisOf } from '../coordinates.js';
import type { OracleOp } from '../exact.js';
import { reshaped } from '../movement.js';

/** Puts axes of extent 1 in, at positions of the result. */
export const expandDims: OracleOp<'expandDims'> = ({ operands: { x }, attributes: { axes } }) => {
  const rank = x.shape.length + axes.length;
  const shape = [...x.shape];
  for (const axis of axes.map((each) => axisOf(each, rank)).sort((a, b) => a - b))
    shape.splice(axis, 0, 1);
  return [reshaped(x, shape)];
};
