import { isConcrete, resolveAxis, sizeOf } from '@separable/core';
import { elementTypes } from '../../proto/element-types.js';
import type { ExportValue } from '../export-value.js';
import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import { type Laid, plainOrder } from '../order.js';
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

function reduction(
  op: string,
  single: Single = itself,
  widened: Single = itself,
): (node: NodeExport<Reduction>) => Laid {
  return (node) => {
    const { inputs, attributes, from, order } = permuted(node);
    const [x] = inputs as [string];
    const { axes, keepDims } = attributes;
    if (axes?.length === 0 || from.length === 0) return { name: single(node, x), order };
    const keepdims = Number(keepDims);
    const resolved = reducedAxes(axes, from.length).toSorted((a, b) => a - b);
    const operands = [widened(node, x), node.int64s(resolved)];
    return { name: node.add(op, operands, { keepdims }), order };
  };
}

/** ONNX Runtime's sums of int32 saturate at the ends of the range; those of int64, cast back, wrap. */
function sum(node: NodeExport<Reduction>): Laid {
  if (node.dtype !== 'int32') return reduction('ReduceSum')(node);
  const wide: Single = (_, x) => node.cast(x, elementTypes.int64);
  const { name, order } = reduction('ReduceSum', wide, wide)(node);
  return { name: node.cast(name, elementTypes.int32), order };
}

/** ONNX Runtime's extrema pass over NaN in some layouts. */
function extremum(op: string): (node: NodeExport<Reduction>) => Laid {
  const reduce = reduction(op);
  return (node) => {
    const { name, order } = reduce(node);
    if (node.dtype !== 'float32' || !node.model.exact) return { name, order };
    const { axes, keepDims } = node.attributes;
    const isNaN = node.apply('isNaN', { x: node.value('x') });
    const marks = node.apply('cast', { x: isNaN[0]! }, { to: 'float32' });
    const sum = node.apply('reduceSum', { x: marks[0]! }, { axes, keepDims });
    const hasNaN = node.add('Greater', [node.model.inOrder(sum[0]!, order), node.float(0)]);
    return { name: node.add('Where', [hasNaN, node.float(NaN), name]), order };
  };
}

/** Sums of magnitudes and of squares saturate too. */
function sumOf(op: string, single: Single): (node: NodeExport<Reduction>) => Laid {
  const reduce = reduction(op, single);
  return (node) => (node.dtype === 'int32' ? node.decomposed() : reduce(node));
}

/**
 * ONNX Runtime's product of int32 saturates; `Mul` wraps, so that halves are multiplied until one
 * element is left. Not along axes of open size.
 */
function product(node: NodeExport<Reduction>): Laid {
  const { axes, keepDims } = node.attributes;
  let x = node.value('x');
  const reduced = reducedAxes(axes, x.shape.length);
  const counts = reduced.map((axis) => x.shape[axis]!);
  if (node.dtype !== 'int32' || !counts.every((count) => typeof count === 'number' && count > 0))
    return reduction('ReduceProd')(node);
  for (const axis of reduced) {
    for (let count = x.shape[axis] as number; count > 1; count = x.shape[axis] as number) {
      const half = count >> 1;
      const part = (start: number, end: number): ExportValue =>
        node.apply('slice', { x }, { axes: [axis], starts: [start], ends: [end], steps: [1] })[0]!;
      const [pairs] = node.apply('mul', { a: part(0, half), b: part(half, 2 * half) });
      const rest = count % 2 === 0 ? [] : [part(count - 1, count)];
      x = node.apply('concat', { inputs: [pairs!, ...rest] }, { axis })[0]!;
    }
  }
  return keepDims ? node.model.home(x) : node.as('squeeze', { x }, { axes: reduced });
}

/** The mean of no elements, which ONNX Runtime takes to be 0, is NaN. */
function mean(node: NodeExport<Reduction>): Laid {
  const { shape } = node.value('x');
  const { shape: result } = node.types[0]!;
  if (!shape.includes(0) || !isConcrete(result)) return reduction('ReduceMean')(node);
  const data = new Float32Array(sizeOf(result)).fill(NaN);
  const name = node.model.constants.tensor('nothing', { dtype: 'float32', shape: result, data });
  return { name, order: plainOrder(result.length) };
}

/** ONNX's reductions, whose axes follow the layout. */
export const reductions: Lowerings<Reduction> = {
  reduceL1: sumOf('ReduceL1', magnitude),
  reduceL2: reduction('ReduceL2', magnitude),
  reduceLogSumExp: reduction('ReduceLogSumExp'),
  reduceMax: extremum('ReduceMax'),
  reduceMean: mean,
  reduceMin: extremum('ReduceMin'),
  reduceProd: product,
  reduceSum: sum,
  reduceSumSquare: sumOf('ReduceSumSquare', square),
};

function reducedAxes(axes: readonly number[] | null, rank: number): readonly number[] {
  return axes === null ? plainOrder(rank) : axes.map((axis) => resolveAxis(axis, rank));
}
