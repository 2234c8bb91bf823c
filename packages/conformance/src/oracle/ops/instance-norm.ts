import type { OracleOp } from '../exact.js';
import { normalise } from '../normalise.js';

/** Normalises each channel of each image over all its positions. */
export const instanceNorm: OracleOp<'instanceNorm'> = ({
  operands,
  attributes: { epsilon },
  policy,
}) => {
  const { x, scale, offset } = operands;
  const channels = x.shape.at(-1)!;
  const image = x.shape.slice(1).reduce((a, b) => a * b, 1);
  const channel = (position: number): number => position % channels;
  return [
    normalise({
      x,
      group: (position) => Math.floor(position / image) * channels + channel(position),
      scale,
      offset,
      parameter: channel,
      epsilon,
      policy,
    }),
  ];
};
