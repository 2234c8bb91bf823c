import type { Lowerings } from './lowering.js';

/** `LRN` across channels. */
export const lrn: Lowerings = {
  LRN(node) {
    const { attributes } = node;
    const options = {
      size: attributes.int('size'),
      alpha: attributes.float('alpha', 1e-4),
      beta: attributes.float('beta', 0.75),
      bias: attributes.float('bias', 1),
    };
    return node.fromChannelsLast(
      node.g.apply('lrn', { x: node.channelsLast(0) }, options, node.name())[0]!,
    );
  },
};
