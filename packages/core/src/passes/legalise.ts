import type { Backend } from '../backend/contract.js';
import { type UnsupportedNode, UnsupportedOpError } from '../errors/errors.js';
import type { Graph } from '../graph/graph.js';
import { decompose, type Decomposed } from './decompose.js';

/**
 * The graph in ops a backend runs natively: what it lacks is decomposed.
 *
 * @throws UnsupportedOpError listing every node that it lacks even so
 */
export function legalise(graph: Graph, backend: Pick<Backend, 'name' | 'support'>): Decomposed {
  const legal = decompose(graph, (node, current) => !backend.support(node, current).native);
  const unsupported: UnsupportedNode[] = [];
  for (const node of legal.graph.nodes) {
    const support = backend.support(node, legal.graph);
    if (!support.native) unsupported.push({ node: node.name, op: node.op, reason: support.reason });
  }
  if (unsupported.length > 0) {
    throw new UnsupportedOpError(
      `backend '${backend.name}' cannot run ${unsupported.length} of ${legal.graph.nodes.length} nodes`,
      unsupported,
    );
  }
  return legal;
}
