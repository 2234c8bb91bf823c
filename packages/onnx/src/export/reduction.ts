import type { OpName } from '@separable/core';
import { resolveAxis } from '@separable/core';
import type { NodeExport } from './node-export.js';
import { type Laid, plainOrder } from './order.js';
import { permuted } from './permuted.js';

export type Reduction = Extract<OpName, `reduce${string}`>;

/** Computes on each element by itself. */
type Single = (node: NodeExport<Reduction>, x: string) => string;

interface Parts {
  /** A reduction over no axes; the element as it is unless given. */
  readonly single?: Single;
  /** What is done to the elements before they are reduced. */
  readonly before?: Single;
}

const itself: Single = (_, x) => x;

/** One of ONNX's reductions, whose axes follow the layout. */
export function reduced(
  node: NodeExport<Reduction>,
  op: string,
  { single = itself, before = itself }: Parts = {},
): Laid {
  const { inputs, attributes, from, order } = permuted(node);
  const [x] = inputs as [string];
  const axes = reducedAxes(attributes.axes, from.length).toSorted((a, b) => a - b);
  if (axes.length === 0) return { name: single(node, x), order };
  const operands = [before(node, x), node.int64s(axes)];
  return { name: node.add(op, operands, { keepdims: Number(attributes.keepDims) }), order };
}

/** Axes counted from the start; all of them for null. */
export function reducedAxes(axes: readonly number[] | null, rank: number): readonly number[] {
  return axes === null ? plainOrder(rank) : axes.map((axis) => resolveAxis(axis, rank));
}
