import type { Backend, TensorMap } from '../backend/contract.js';
import { sizeOf, type Tensor } from '../data/tensor.js';
import { UnsupportedOpError } from '../errors/errors.js';
import { type Graph, type Node, operandsOf, typeOf } from '../graph/graph.js';
import { removeDead } from '../graph/remove-dead.js';
import { subgraph } from '../graph/subgraph.js';
import { definitionOf } from '../op/table.js';
import { isConcrete } from '../shape/shape.js';
import { legalise } from './legalise.js';
import type { Pass } from './pass.js';

/** Results above this many elements stay computed: folding them would bloat the weights. */
const sizeLimit = 1 << 22;

/**
 * Computes nodes that depend on constants alone, on the engine handed in, and keeps their results.
 * What the engine cannot run stays in the graph.
 */
export const foldConstants: Pass = {
  name: 'fold-constants',
  async run(graph, { backend }) {
    if (backend === undefined) return graph;
    const foldable = constantNodes(graph, backend);
    if (foldable.size === 0) return graph;
    return replaceNodes(graph, foldable, await compute(graph, foldable, backend));
  },
};

function constantNodes(graph: Graph, backend: Backend): ReadonlySet<Node> {
  const known = new Set(graph.constants.keys());
  const nodes = new Set<Node>();
  for (const node of graph.nodes) {
    const operands = operandsOf(node);
    const results = node.outputs.map((name) => typeOf(graph, name).shape);
    const small = results.every((shape) => isConcrete(shape) && sizeOf(shape) <= sizeLimit);
    if (operands.length === 0 || !small || !operands.every((name) => known.has(name))) continue;
    if (!isRunnable(graph, node, backend)) continue;
    nodes.add(node);
    for (const name of node.outputs) known.add(name);
  }
  return nodes;
}

/** Whether an engine can run a node, whole or in parts. */
function isRunnable(graph: Graph, node: Node, backend: Backend): boolean {
  if (backend.support(node, graph).native) return true;
  if (definitionOf(node.op).decompose === undefined) return false;
  try {
    legalise(subgraph(graph, [node], node.outputs), backend);
    return true;
  } catch (error) {
    if (error instanceof UnsupportedOpError) return false;
    throw error;
  }
}

/** The values that the rest of the graph needs of the folded part. */
async function compute(
  graph: Graph,
  foldable: ReadonlySet<Node>,
  backend: Backend,
): Promise<TensorMap> {
  const rest = graph.nodes.filter((node) => !foldable.has(node));
  const needed = new Set([...rest.flatMap(operandsOf), ...graph.outputs.map(({ value }) => value)]);
  const made = [...foldable].flatMap((node) => node.outputs).filter((name) => needed.has(name));
  const part = legalise(subgraph(graph, [...foldable], made), backend).graph;
  const executable = await backend.compile(part);
  try {
    return await executable.run({});
  } finally {
    // Not `await using`: what that compiles to is longer than the rest of this file.
    await executable[Symbol.asyncDispose]();
  }
}

function replaceNodes(graph: Graph, foldable: ReadonlySet<Node>, results: TensorMap): Graph {
  const constants = new Map<string, Tensor>(graph.constants);
  for (const [name, tensor] of Object.entries(results)) constants.set(name, tensor);
  return removeDead({
    ...graph,
    constants,
    nodes: graph.nodes.filter((node) => !foldable.has(node)),
  });
}
