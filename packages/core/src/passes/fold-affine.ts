import { tensor, type Tensor } from '../data/tensor.js';
import type { Value } from '../graph/builder-types.js';
import type { Graph, Node } from '../graph/graph.js';
import { type Rewriting, rewriteGraph } from '../graph/rewrite.js';
import type { LinearOperands } from '../op/definition.js';
import { definitionOf } from '../op/table.js';
import { type Affine, affineOf } from './affine.js';
import type { Pass } from './pass.js';

/**
 * Folds batch normalisation, and multiplications and additions by one constant a channel, into the
 * weights of the convolution, dense or matrix layer before them.
 *
 * `f·(w·x + b) + o = (f·w)·x + (f·b + o)`. Padding stays right: it is 0 before the weights.
 */
export const foldAffine: Pass = {
  name: 'fold-affine',
  run: (graph: Graph): Graph => rewriteGraph(graph, foldNode),
};

function foldNode(node: Node, rewriting: Rewriting): readonly Value[] | undefined {
  const affine = affineOf(
    node,
    (operand) => rewriting.value(node.inputs[operand] as string),
    rewriting,
  );
  if (affine === undefined) return undefined;
  const layer = rewriting.producer(affine.x);
  const linear = layer === undefined ? undefined : definitionOf(layer.op).linear;
  if (layer === undefined || linear === undefined || !rewriting.isReadOnce(affine.x))
    return undefined;
  if (layer.attributes['activation'] !== null) return undefined;
  const weights = foldWeights(layer, linear, affine, rewriting);
  if (weights === undefined) return undefined;
  return rewriting.g.apply(
    layer.op,
    { ...operandsOf(layer, rewriting), ...weights },
    layer.attributes,
    node.name,
  );
}

function operandsOf(node: Node, rewriting: Rewriting): Record<string, Value | undefined> {
  return Object.fromEntries(
    Object.keys(node.inputs).map((name) => [name, rewriting.operand(node, name)]),
  );
}

function foldWeights(
  layer: Node,
  linear: LinearOperands,
  { factor, offset }: Affine,
  rewriting: Rewriting,
): Readonly<Record<string, Value>> | undefined {
  const filterValue = rewriting.operand(layer, linear.filter);
  const biasValue = rewriting.operand(layer, linear.bias);
  const filter = filterValue && rewriting.constant(filterValue);
  const bias = biasValue && rewriting.constant(biasValue);
  if (filter === undefined || (biasValue !== undefined && bias === undefined)) return undefined;
  if (!endsInChannels(filter.shape, factor.length)) return undefined;
  const scaled = factor.every((f) => f === 1) ? filter : scaleFilter(filter, factor);
  const shift = shiftBias(bias, factor, offset);
  if (!isFinite(scaled) || !isFinite(shift)) return undefined;
  const { g } = rewriting;
  return {
    ...(scaled === filter ? {} : { [linear.filter]: g.constant(filterValue!.name, scaled) }),
    [linear.bias]: g.constant(biasValue?.name ?? `${layer.name}.bias`, shift),
  };
}

/**
 * Whether the last axes of a filter make up the output channels, as `linear` promises; not so for
 * a transposed convolution in groups, whose last axis counts within a group.
 */
function endsInChannels(shape: readonly number[], channels: number): boolean {
  let product = 1;
  return shape.toReversed().some((extent) => (product *= extent) === channels);
}

function scaleFilter(filter: Tensor, factor: Float64Array): Tensor {
  const channels = factor.length;
  const from = filter.data as Float32Array;
  const data = new Float32Array(from.length);
  for (let start = 0; start < data.length; start += channels) {
    for (let c = 0; c < channels; c++) data[start + c] = from[start + c]! * factor[c]!;
  }
  return tensor('float32', filter.shape, data);
}

function shiftBias(bias: Tensor | undefined, factor: Float64Array, offset: Float64Array): Tensor {
  const shifted = offset.map((o, c) => o + factor[c]! * (bias?.data[c] ?? 0));
  return tensor('float32', [offset.length], Float32Array.from(shifted));
}

/** Weights that overflow when scaled would answer Infinity where the graph does not. */
export function isFinite({ data }: Tensor): boolean {
  // In float64 no sum of float32 numbers overflows.
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += Math.abs(data[i]!);
  return Number.isFinite(sum);
}
