import { type Graph, type Node, operandsOf } from './graph.js';

/** The graph without nodes and constants that no output depends on. Inputs stay. */
export function removeDead(graph: Graph): Graph {
  const needed = new Set(graph.outputs.map(({ value }) => value));
  const nodes: Node[] = [];
  for (const node of graph.nodes.toReversed()) {
    if (!node.outputs.some((name) => needed.has(name))) continue;
    for (const name of operandsOf(node)) needed.add(name);
    nodes.push(node);
  }
  const made = new Set([...graph.inputs, ...nodes.flatMap((node) => node.outputs)]);
  const stays = (name: string): boolean => made.has(name) || needed.has(name);
  return {
    ...graph,
    nodes: nodes.reverse(),
    constants: new Map([...graph.constants].filter(([name]) => needed.has(name))),
    values: new Map([...graph.values].filter(([name]) => stays(name))),
  };
}
