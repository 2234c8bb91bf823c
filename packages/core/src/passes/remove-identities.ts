import type { Value } from '../graph/builder-types.js';
import type { Graph, Node } from '../graph/graph.js';
import { type Rewriting, rewriteGraph } from '../graph/rewrite.js';
import { sameShape } from '../shape/shape.js';
import type { Pass } from './pass.js';

/**
 * Drops what computes nothing: multiplications and divisions by one that change neither shape nor
 * dtype, and transposes that only move axes of extent 1, which are reshapes.
 */
export const removeIdentities: Pass = {
  name: 'remove-identities',
  run: (graph: Graph): Graph =>
    rewriteGraph(graph, (node, rewriting) =>
      node.op === 'transpose' ? asReshape(node, rewriting) : dropProduct(node, rewriting),
    ),
};

function asReshape(node: Node, rewriting: Rewriting): readonly Value[] | undefined {
  const x = rewriting.value(node.inputs['x'] as string);
  const permutation = node.attributes['permutation'] as readonly number[];
  const moved = permutation.filter((axis) => x.shape[axis] !== 1);
  if (moved.some((axis, i) => i > 0 && axis < moved[i - 1]!)) return undefined;
  const shape = permutation.map((axis) => x.shape[axis]!);
  return sameShape(shape, x.shape)
    ? [x]
    : rewriting.g.apply('reshape', { x }, { shape }, node.name);
}

function dropProduct(node: Node, rewriting: Rewriting): readonly Value[] | undefined {
  if (node.op !== 'mul' && node.op !== 'div') return undefined;
  const a = rewriting.value(node.inputs['a'] as string);
  const b = rewriting.value(node.inputs['b'] as string);
  if (isOne(b, rewriting) && keepsShape(a, b)) return [a];
  return node.op === 'mul' && isOne(a, rewriting) && keepsShape(b, a) ? [b] : undefined;
}

function isOne(value: Value, rewriting: Rewriting): boolean {
  const constant = rewriting.constant(value);
  return constant !== undefined && constant.data.length > 0 && constant.data.every((n) => n === 1);
}

/** Whether broadcasting `one` against `value` leaves its shape. */
function keepsShape(value: Value, one: Value): boolean {
  const { shape } = one;
  const behind = value.shape.slice(value.shape.length - shape.length);
  if (shape.length > value.shape.length) return false;
  return sameShape(shape, behind) || shape.every((extent) => extent === 1);
}
