import { convolve } from '../convolve.js';
import type { OracleOp } from '../exact.js';

/** `Σ_{u,v,c} x[n, i·s + u·d − top, j·s + v·d − left, g·C + c] · filter[u, v, c, o]`, C = Cin / groups. */
export const conv2d: OracleOp<'conv2d'> = ({
  operands: { x, filter, bias },
  attributes,
  policy,
}) => {
  const [, kw, seen, outputs] = filter.shape as [number, number, number, number];
  const perGroup = outputs / attributes.groups;
  return [
    convolve({
      x,
      filter,
      bias,
      geometry: attributes,
      outputs,
      channels: (o) => ({ first: Math.floor(o / perGroup) * seen, count: seen }),
      weight: (u, v, c, o) => ((u * kw + v) * seen + c) * outputs + o,
      activation: attributes.activation,
      policy,
    }),
  ];
};
