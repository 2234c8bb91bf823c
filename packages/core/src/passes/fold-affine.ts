import { tensor, type Tensor } from '../data/tensor.js';
import type { Value } from '../graph/builder-types.js';
import type { Graph, Node } from '../graph/graph.js';
import { type Rewriting, rewriteGraph } from '../graph/rewrite.js';
import type { LinearOperands } from '../op/definition.js';
import { definitionOf } from '../op/table.js';
import type { Pass } from './pass.js';

/** `y = factor · x + offset`, one number a channel of the last axis. */
interface Affine {
  readonly x: Value;
  readonly factor: Float64Array;
  readonly offset: Float64Array;
}

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
  const affine = affineOf(node, rewriting);
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
  const scaled = factor.every((f) => f === 1) ? filter : scaleFilter(filter, factor);
  const shift = shiftBias(bias, factor, offset);
  if (!isFinite(scaled) || !isFinite(shift)) return undefined;
  const { g } = rewriting;
  return {
    ...(scaled === filter ? {} : { [linear.filter]: g.constant(filterValue!.name, scaled) }),
    [linear.bias]: g.constant(biasValue?.name ?? `${layer.name}.bias`, shift),
  };
}

function scaleFilter(filter: Tensor, factor: Float64Array): Tensor {
  const channels = factor.length;
  const data = Float32Array.from(filter.data, (w, i) => w * factor[i % channels]!);
  return tensor('float32', filter.shape, data);
}

function shiftBias(bias: Tensor | undefined, factor: Float64Array, offset: Float64Array): Tensor {
  const shifted = offset.map((o, c) => o + factor[c]! * (bias?.data[c] ?? 0));
  return tensor('float32', [offset.length], Float32Array.from(shifted));
}

/** Weights that overflow when scaled would answer Infinity where the graph does not. */
function isFinite({ data }: Tensor): boolean {
  return data.every(Number.isFinite);
}

/** The node as an affine map a channel, when it is one. */
function affineOf(node: Node, rewriting: Rewriting): Affine | undefined {
  if (node.op === 'batchNorm') return batchNormOf(node, rewriting);
  if (!['add', 'sub', 'mul', 'div'].includes(node.op)) return undefined;
  const a = rewriting.value(node.inputs['a'] as string);
  const b = rewriting.value(node.inputs['b'] as string);
  const constantFirst = rewriting.constant(a) !== undefined;
  const x = constantFirst ? b : a;
  const numbers = channelVector(constantFirst ? a : b, x, rewriting);
  if (numbers === undefined) return undefined;
  const ones = numbers.map(() => 1);
  const zeros = numbers.map(() => 0);
  if (node.op === 'add') return { x, factor: ones, offset: numbers };
  if (node.op === 'mul') return { x, factor: numbers, offset: zeros };
  if (node.op === 'div') {
    return constantFirst ? undefined : { x, factor: numbers.map((n) => 1 / n), offset: zeros };
  }
  return constantFirst
    ? { x, factor: ones.map(() => -1), offset: numbers }
    : { x, factor: ones, offset: numbers.map((n) => -n) };
}

function batchNormOf(node: Node, rewriting: Rewriting): Affine | undefined {
  const x = rewriting.value(node.inputs['x'] as string);
  const axis = node.attributes['axis'];
  if (axis !== -1 && axis !== x.shape.length - 1) return undefined;
  const vector = (operand: string, fallback: number): Float64Array | undefined => {
    const name = node.inputs[operand];
    if (name === undefined) {
      const channels = x.shape.at(-1);
      return typeof channels === 'number' ? new Float64Array(channels).fill(fallback) : undefined;
    }
    return channelVector(rewriting.value(name as string), x, rewriting);
  };
  const [mean, variance] = [vector('mean', 0), vector('variance', 1)];
  const [scale, shift] = [vector('scale', 1), vector('offset', 0)];
  if (!mean || !variance || !scale || !shift) return undefined;
  const epsilon = node.attributes['epsilon'] as number;
  const factor = scale.map((s, c) => s / Math.sqrt(variance[c]! + epsilon));
  return { x, factor, offset: shift.map((o, c) => o - mean[c]! * factor[c]!) };
}

/** A float constant that varies along the last axis of `x` at most, as one number a channel. */
function channelVector(value: Value, x: Value, rewriting: Rewriting): Float64Array | undefined {
  const constant = rewriting.constant(value);
  const channels = x.shape.at(-1);
  if (constant === undefined || constant.dtype !== 'float32' || typeof channels !== 'number') {
    return undefined;
  }
  const { shape, data } = constant;
  const fits = shape.length <= x.shape.length && shape.slice(0, -1).every((extent) => extent === 1);
  if (!fits || (data.length !== 1 && data.length !== channels)) return undefined;
  return Float64Array.from({ length: channels }, (_, c) => data[data.length === 1 ? 0 : c]!);
}
