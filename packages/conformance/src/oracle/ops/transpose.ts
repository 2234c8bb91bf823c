import type { OracleOp } from '../exact.js';
import { rearrange } from '../movement.js';

/** Axis i of the result is axis `permutation[i]` of x. */
export const transpose: OracleOp<'transpose'> = ({
  operands: { x },
  attributes: { permutation },
}) => [
  rearrange(
    x,
    permutation.map((axis) => x.shape[axis]!),
    (at) => x.shape.map((_, axis) => at[permutation.indexOf(axis)]!),
  ),
];
