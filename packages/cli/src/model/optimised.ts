import { type Graph, optimise } from '@separable/core';

/**
 * The graph as a session would run it, before what a backend lacks is decomposed. Constants fold on
 * the plain JavaScript backend, which runs everywhere.
 */
export async function optimised(graph: Graph): Promise<Graph> {
  const { js } = await import('@separable/backend-js');
  await using backend = await js().create();
  return optimise(graph, { backend });
}
