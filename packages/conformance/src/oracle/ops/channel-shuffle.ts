import type { OracleOp } from '../exact.js';
import { rearrange } from '../movement.js';

/** Deals the channels of the groups out in turn: channel `j·groups + g` was `g·(C / groups) + j`. */
export const channelShuffle: OracleOp<'channelShuffle'> = ({
  operands: { x },
  attributes: { groups },
}) => {
  const perGroup = x.shape.at(-1)! / groups;
  return [
    rearrange(x, x.shape, (at) => {
      const channel = at.at(-1)!;
      return at.with(at.length - 1, (channel % groups) * perGroup + Math.floor(channel / groups));
    }),
  ];
};
