import type { Value } from '@separable/core';
import { axesOf } from '../forms/axes.js';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import type { Lowering, Lowerings } from './lowering.js';

/** Reductions that are the identity over no axes. */
const plain: readonly string[] = [
  'reduceSum',
  'reduceMean',
  'reduceMax',
  'reduceMin',
  'reduceProd',
];

function reduceAs(op: string): Lowering {
  return (node) => reduced(node, op, node.name());
}

/** Axes are an attribute in old opsets and an operand in new ones; none means all, or nothing at all. */
function reduced(node: NodeImport, op: string, name: string): Value {
  const x = node.value(0);
  const axes = axesOf(node, 1);
  const keepDims = node.attributes.flag('keepdims', true);
  const none = axes === undefined || axes.length === 0;
  if (node.attributes.flag('noop_with_empty_axes', false) && none) {
    if (plain.includes(op)) return x;
    throw new Unsupported('it reduces over no axes');
  }
  const apply = (value: Value, as: string): Value =>
    node.g.apply(op, { x: value }, { axes: none ? null : axes, keepDims }, as)[0]!;
  if (x.dtype === 'float32' || x.dtype === 'int32') return apply(x, name);
  // uint8 and bool are reduced as int32, which holds every extreme of theirs.
  const wide = node.g.cast({ x }, { to: 'int32' }, node.name('wide'));
  return node.g.cast({ x: apply(wide, node.name('reduced')) }, { to: x.dtype }, name);
}

/** Reductions over axes. */
export const reduce: Lowerings = {
  ReduceL1: reduceAs('reduceL1'),
  ReduceL2: reduceAs('reduceL2'),
  ReduceLogSumExp: reduceAs('reduceLogSumExp'),
  ReduceMax: reduceAs('reduceMax'),
  ReduceMean: reduceAs('reduceMean'),
  ReduceMin: reduceAs('reduceMin'),
  ReduceProd: reduceAs('reduceProd'),
  ReduceSum: reduceAs('reduceSum'),
  ReduceSumSquare: reduceAs('reduceSumSquare'),
  ReduceLogSum: (node) =>
    node.g.log({ x: reduced(node, 'reduceSum', node.name('sum')) }, {}, node.name()),
};
