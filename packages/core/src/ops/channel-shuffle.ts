import { integer } from '../op/attribute.js';
import { divided } from '../op/extent.js';
import { movement, type MovementOp } from '../op/movement.js';
import { resolveAxis } from '../shape/shape.js';

/** Attributes of {@link channelShuffle}. */
export interface ChannelShuffleAttributes {
  /** Groups of channels before the shuffle. */
  readonly groups: number;
}

/**
 * Deals the channels of G groups out in turn: `y[…, j·G + g] = x[…, g·(C/G) + j]`.
 *
 * - `x` `[…, C]`, `y` the same shape; G divides C.
 *
 * Source: Zhang et al., "ShuffleNet" (2017), section 3.1.
 */
export const channelShuffle: MovementOp<ChannelShuffleAttributes> =
  movement<ChannelShuffleAttributes>({
    name: 'channelShuffle',
    attributes: { groups: integer(undefined, { min: 1 }) },
    shape({ shape }, { groups }) {
      divided(shape[resolveAxis(-1, shape.length)]!, groups, 'number of channels');
      return shape;
    },
    decompose(g, { x }, { groups }) {
      const { shape } = x;
      const rank = shape.length;
      const size = divided(shape[rank - 1]!, groups, 'number of channels');
      const grouped = g.reshape({ x }, { shape: [...shape.slice(0, -1), groups, size] });
      const permutation = [...shape.keys()].with(rank - 1, rank).concat(rank - 1);
      return [g.reshape({ x: g.transpose({ x: grouped }, { permutation }) }, { shape })];
    },
  });
