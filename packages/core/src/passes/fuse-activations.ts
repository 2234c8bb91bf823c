import type { Value } from '../graph/builder-types.js';
import type { Graph, Node } from '../graph/graph.js';
import { type Rewriting, rewriteGraph } from '../graph/rewrite.js';
import { definitionOf } from '../op/table.js';
import type { Pass } from './pass.js';

/** Moves an activation into the node before it, when that node can carry one and has none. */
export const fuseActivations: Pass = {
  name: 'fuse-activations',
  run: (graph: Graph): Graph => rewriteGraph(graph, fuseNode),
};

function fuseNode(node: Node, rewriting: Rewriting): readonly Value[] | undefined {
  if (!definitionOf(node.op).sets.includes('activation')) return undefined;
  const x = rewriting.value(node.inputs['x'] as string);
  const layer = rewriting.producer(x);
  if (layer === undefined || layer.attributes['activation'] !== null || !rewriting.isReadOnce(x)) {
    return undefined;
  }
  const operands = Object.keys(layer.inputs).map((name) => [name, rewriting.operand(layer, name)]);
  return rewriting.g.apply(
    layer.op,
    Object.fromEntries(operands) as Record<string, Value>,
    { ...layer.attributes, activation: { op: node.op, ...node.attributes } },
    node.name,
  );
}
