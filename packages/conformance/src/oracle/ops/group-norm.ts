import type { OracleOp } from '../exact.js';
import { normalise } from '../normalise.js';

/** Normalises each group of neighbouring channels of each image over all its positions. */
export const groupNorm: OracleOp<'groupNorm'> = ({
  operands,
  attributes: { groups, epsilon },
  policy,
}) => {
  const { x, scale, offset } = operands;
  const channels = x.shape.at(-1)!;
  const image = x.shape.slice(1).reduce((a, b) => a * b, 1);
  const channel = (position: number): number => position % channels;
  return [
    normalise({
      x,
      group: (position) =>
        Math.floor(position / image) * groups + Math.floor(channel(position) / (channels / groups)),
      scale,
      offset,
      parameter: channel,
      epsilon,
      policy,
    }),
  ];
};
