import { axisOf } from '../coordinates.js';
import type { OracleOp } from '../exact.js';
import { reshaped } from '../movement.js';

/** A matrix: axes before `axis` are its rows, the others its columns. */
export const flatten: OracleOp<'flatten'> = ({ operands: { x }, attributes: { axis } }) => {
  const at = axisOf(axis, x.shape.length);
  const product = (extents: readonly number[]): number => extents.reduce((a, b) => a * b, 1);
  return [reshaped(x, [product(x.shape.slice(0, at)), product(x.shape.slice(at))])];
};
