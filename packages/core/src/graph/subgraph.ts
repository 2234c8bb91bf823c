import { type Graph, type Node, operandsOf } from './graph.js';
import { removeDead } from './remove-dead.js';

/**
 * Some nodes as a graph of their own. What they read of the others becomes inputs; `wanted` of what
 * they make becomes outputs, each under its own name. The nodes come in the order of the graph.
 */
export function subgraph(graph: Graph, nodes: readonly Node[], wanted: readonly string[]): Graph {
  const made = new Set(nodes.flatMap(({ outputs }) => outputs));
  const read = new Set(nodes.flatMap(operandsOf));
  const inputs = [...read].filter((name) => !made.has(name) && !graph.constants.has(name));
  const outputs = wanted.map((name) => ({ name, value: name }));
  return removeDead({ ...graph, inputs, nodes, outputs });
}
