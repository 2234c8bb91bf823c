import type { OpLowering, OpLowerings } from './op-lowering.js';

function reductionAs(op: string): OpLowering {
  return (node) => {
    const attributes = { axes: node.ints(1), keepDims: node.attributes.flag('keep_dims') };
    return node.g.apply(op, { x: node.value(0) }, attributes, node.name())[0]!;
  };
}

function extremumAs(op: 'argMax' | 'argMin'): OpLowering {
  return (node) => node.g[op]({ x: node.value(0) }, { axis: node.int(1) }, node.name());
}

/** Operators that make one number of all along some axes. */
export const reduction: OpLowerings = {
  ArgMax: extremumAs('argMax'),
  ArgMin: extremumAs('argMin'),
  Cumsum(node) {
    const attributes = {
      axis: node.int(1),
      exclusive: node.attributes.flag('exclusive'),
      reverse: node.attributes.flag('reverse'),
    };
    return node.g.cumsum({ x: node.value(0) }, attributes, node.name());
  },
  Max: reductionAs('reduceMax'),
  Mean: reductionAs('reduceMean'),
  Min: reductionAs('reduceMin'),
  Prod: reductionAs('reduceProd'),
  Sum: reductionAs('reduceSum'),
  TopKV2(node) {
    const attributes = { k: node.int(1), sorted: node.attributes.flag('sorted', true) };
    const { values, indices } = node.g.topK({ x: node.value(0) }, attributes, node.name());
    return [values, indices];
  },
};
