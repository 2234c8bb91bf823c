import type { Lowerings } from './lowering.js';

/** `CumSum` along a constant axis. */
export const cumSum: Lowerings = {
  CumSum: (node) =>
    node.g.cumsum(
      { x: node.value(0) },
      {
        axis: node.number(1),
        exclusive: node.attributes.flag('exclusive', false),
        reverse: node.attributes.flag('reverse', false),
      },
      node.name(),
    ),
};
