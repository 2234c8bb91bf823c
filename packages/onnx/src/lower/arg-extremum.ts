import type { Lowering, Lowerings } from './lowering.js';

function argExtremumAs(op: 'argMax' | 'argMin'): Lowering {
  return (node) =>
    node.g[op](
      { x: node.value(0) },
      {
        axis: node.attributes.int('axis', 0),
        keepDims: node.attributes.flag('keepdims', true),
        selectLast: node.attributes.flag('select_last_index', false),
      },
      node.name(),
    );
}

/** Positions of extremes along an axis. */
export const argExtremum: Lowerings = {
  ArgMax: argExtremumAs('argMax'),
  ArgMin: argExtremumAs('argMin'),
};
