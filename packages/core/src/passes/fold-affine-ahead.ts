import { sizeOf, type Tensor, tensor } from '../data/tensor.js';
import type { Value } from '../graph/builder-types.js';
import { type Graph, type Node, typeOf } from '../graph/graph.js';
import { type Rewriting, rewriteGraph } from '../graph/rewrite.js';
import type { LinearOperands } from '../op/definition.js';
import { definitionOf } from '../op/table.js';
import { type Affine, affineOf } from './affine.js';
import { isFinite } from './fold-affine.js';
import type { Pass } from './pass.js';

/**
 * Folds multiplications and additions by one constant a channel into the weights of the layer that
 * alone reads them; this is where those go that stand behind an activation.
 *
 * `w·(f·x + o) + b = (w·f)·x + (b + w·o)`. An offset only folds where the layer sees no padding, which
 * would have been 0 after the offset; a factor always does.
 */
export const foldAffineAhead: Pass = {
  name: 'fold-affine-ahead',
  run: (graph: Graph): Graph =>
    rewriteGraph(graph, (node, rewriting) => {
      const outputs = typeOf(graph, node.outputs[0]!).shape.at(-1);
      return typeof outputs === 'number' ? foldNode(node, outputs, rewriting) : undefined;
    }),
};

function foldNode(node: Node, outputs: number, rewriting: Rewriting): readonly Value[] | undefined {
  const linear = definitionOf(node.op).linear;
  if (linear?.inputAxis === undefined || (node.attributes['groups'] ?? 1) !== 1) return undefined;
  const read = (name: string): Value | undefined => {
    const ref = node.inputs[name];
    return typeof ref === 'string' ? rewriting.value(ref) : undefined;
  };
  const filterValue = read(linear.filter)!;
  const biasValue = read(linear.bias);
  const filter = rewriting.constant(filterValue);
  const bias = biasValue && rewriting.constant(biasValue);
  if (filter === undefined || (biasValue !== undefined && bias === undefined)) return undefined;
  let layer: Layer = { x: read('x')!, filter, bias };
  for (;;) {
    const folded = foldOnce(layer, { node, outputs, inputAxis: linear.inputAxis }, rewriting);
    if (folded === undefined) break;
    layer = folded;
  }
  if (layer.filter === filter && layer.bias === bias) return undefined;
  return apply(node, layer, linear, filterValue, rewriting);
}

interface Layer {
  readonly x: Value;
  readonly filter: Tensor;
  readonly bias: Tensor | undefined;
}

/** The node whose weights change, and how they are laid out. */
interface Site {
  readonly node: Node;
  /** Channels of its result. */
  readonly outputs: number;
  readonly inputAxis: number;
}

function foldOnce(
  { x, filter, bias }: Layer,
  { node, outputs, inputAxis }: Site,
  rewriting: Rewriting,
): Layer | undefined {
  const before = rewriting.producer(x);
  if (before === undefined || !rewriting.isReadOnce(x)) return undefined;
  const affine = affineOf(before, (name) => rewriting.operand(before, name)!, rewriting);
  if (affine === undefined || affine.factor.length !== filter.shape[inputAxis]) return undefined;
  const shifts = affine.offset.some((offset) => offset !== 0);
  if (shifts && !isUnpadded(node, filter)) return undefined;
  const folded = {
    x: affine.x,
    filter: scaleInputs(filter, inputAxis, affine.factor),
    bias: shifts ? shiftBias(filter, inputAxis, affine, bias ?? zeros(outputs)) : bias,
  };
  return isFinite(folded.filter) && isFinite(folded.bias ?? folded.filter) ? folded : undefined;
}

function apply(
  node: Node,
  { x, filter, bias }: Layer,
  linear: LinearOperands,
  filterValue: Value,
  { g }: Rewriting,
): readonly Value[] {
  const operands = {
    x,
    [linear.filter]: g.constant(filterValue.name, filter),
    [linear.bias]: bias && g.constant(`${node.name}.bias`, bias),
  };
  return g.apply(node.op, operands, node.attributes, node.name);
}

/** Whether every tap of every window lies inside the input. */
function isUnpadded({ attributes }: Node, filter: Tensor): boolean {
  const padding = attributes['padding'];
  if (padding === undefined || padding === 'valid') return true;
  if (typeof padding === 'object') return Object.values(padding!).every((pixels) => pixels === 0);
  return filter.shape.slice(0, -2).every((extent) => extent === 1);
}

/** Calls `visit(start, length, channel)` for each run of filter elements that one channel of x meets. */
function forEachRun(
  { shape }: Tensor,
  axis: number,
  visit: (start: number, length: number, channel: number) => void,
): void {
  const channels = shape[axis]!;
  const length = sizeOf(shape.slice(axis + 1));
  const runs = sizeOf(shape.slice(0, axis + 1));
  for (let run = 0; run < runs; run++) visit(run * length, length, run % channels);
}

function scaleInputs(filter: Tensor, axis: number, factor: Float64Array): Tensor {
  const from = filter.data as Float32Array;
  const data = new Float32Array(from.length);
  forEachRun(filter, axis, (start, length, channel) => {
    const f = factor[channel]!;
    for (let i = start; i < start + length; i++) data[i] = from[i]! * f;
  });
  return tensor('float32', filter.shape, data);
}

/**
 * The output channel of a filter element is its index modulo their number, see `LinearOperands`, and
 * no run wraps around it.
 */
function shiftBias(filter: Tensor, axis: number, { offset }: Affine, bias: Tensor): Tensor {
  const sums = Float64Array.from(bias.data);
  const weights = filter.data as Float32Array;
  forEachRun(filter, axis, (start, length, channel) => {
    const o = offset[channel]!;
    const first = start % sums.length;
    for (let i = 0; i < length; i++) sums[first + i]! += weights[start + i]! * o;
  });
  return tensor('float32', bias.shape, Float32Array.from(sums));
}

function zeros(length: number): Tensor {
  return tensor('float32', [length]);
}
