import { resolveAxis } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import type { Laid } from '../order.js';
import { permuted } from '../permuted.js';

type Reduction =
  | 'reduceL1'
  | 'reduceL2'
  | 'reduceLogSumExp'
  | 'reduceMax'
  | 'reduceMean'
  | 'reduceMin'
  | 'reduceProd'
  | 'reduceSum'
  | 'reduceSumSquare';

/** One element's reduction, for a reduction over no axes. */
type Single = (node: NodeExport<Reduction>, x: string) => string;

const itself: Single = (_, x) => x;
const magnitude: Single = (node, x) => node.add('Abs', [x]);
const square: Single = (node, x) => node.add('Mul', [x, x]);

function reduction(op: string, single: Single = itself): (node: NodeExport<Reduction>) => Laid {
  return (node) => {
    const { inputs, attributes, from, order } = permuted(node);
    const [x] = inputs as [string];
    const { axes, keepDims } = attributes;
    if (axes?.length === 0 || from.length === 0) return { name: single(node, x), order };
    const keepdims = Number(keepDims);
    if (axes === null) return { name: node.add(op, [x], { keepdims }), order };
    const resolved = axes.map((axis) => resolveAxis(axis, from.length)).toSorted((a, b) => a - b);
    return { name: node.add(op, [x, node.int64s(resolved)], { keepdims }), order };
  };
}

/** ONNX's reductions, whose axes follow the layout. */
export const reductions: Lowerings<Reduction> = {
  reduceL1: reduction('ReduceL1', magnitude),
  reduceL2: reduction('ReduceL2', magnitude),
  reduceLogSumExp: reduction('ReduceLogSumExp'),
  reduceMax: reduction('ReduceMax'),
  reduceMean: reduction('ReduceMean'),
  reduceMin: reduction('ReduceMin'),
  reduceProd: reduction('ReduceProd'),
  reduceSum: reduction('ReduceSum'),
  reduceSumSquare: reduction('ReduceSumSquare', square),
};
