import { type Graph, graphCost } from '@separable/core';
import type { RealFile } from './real-file.js';

/** What a network is made of, at the size it is shown something. */
export interface Facts {
  readonly operators: number;
  readonly parameters: number;
  readonly macs: number;
}

export function factsOf(graph: Graph, { inputs }: RealFile): Facts {
  const shapes = Object.entries(inputs).map(([name, { shape }]) => [name, shape] as const);
  const { macs, parameters } = graphCost(graph, Object.fromEntries(shapes));
  return { operators: graph.nodes.length, parameters, macs };
}
