import { axisOf } from '../coordinates.js';
import type { OracleOp } from '../exact.js';
import { normalise } from '../normalise.js';

/** Normalises over the axes from `axis` to the last; scale and offset have their shape. */
export const layerNorm: OracleOp<'layerNorm'> = ({
  operands,
  attributes: { axis, epsilon },
  policy,
}) => {
  const { x, scale, offset } = operands;
  const inner = x.shape.slice(axisOf(axis, x.shape.length)).reduce((a, b) => a * b, 1);
  return [
    normalise({
      x,
      group: (position) => Math.floor(position / inner),
      scale,
      offset,
      parameter: (position) => position % inner,
      epsilon,
      policy,
    }),
  ];
};
