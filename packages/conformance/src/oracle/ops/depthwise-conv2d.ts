import { convolve } from '../convolve.js';
import type { OracleOp } from '../exact.js';

/** Output channel `c·multiplier + m` sees input channel c alone, through `filter[u, v, c, m]`. */
export const depthwiseConv2d: OracleOp<'depthwiseConv2d'> = ({
  operands: { x, filter, bias },
  attributes,
  policy,
}) => {
  const [, kw, channels, multiplier] = filter.shape as [number, number, number, number];
  return [
    convolve({
      x,
      filter,
      bias,
      geometry: attributes,
      outputs: channels * multiplier,
      channels: (o) => ({ first: Math.floor(o / multiplier), count: 1 }),
      weight: (u, v, _, o) =>
        ((u * kw + v) * channels + Math.floor(o / multiplier)) * multiplier + (o % multiplier),
      activation: attributes.activation,
      policy,
    }),
  ];
};
