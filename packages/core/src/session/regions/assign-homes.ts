import type { Backend } from '../../backend/contract.js';
import { type UnsupportedNode, UnsupportedOpError } from '../../errors/errors.js';
import type { Graph, Node } from '../../graph/graph.js';
import { subgraph } from '../../graph/subgraph.js';
import { definitionOf } from '../../op/table.js';
import { decompose } from '../../passes/decompose.js';
import { legalise } from '../../passes/legalise.js';

/** Which backends can run each node, as it stands or in parts. */
export interface Homes {
  /** The graph; what no backend could run whole is decomposed. */
  readonly graph: Graph;
  readonly origins: ReadonlyMap<string, Node>;
  /** By node: the places of the backends that can run it, in the caller's order. */
  readonly able: ReadonlyMap<Node, readonly number[]>;
  /** Why the first backend cannot run a node, by its name. */
  readonly reasons: ReadonlyMap<string, string>;
}

/**
 * Finds the backends for every node. A node that none can run is decomposed, so that its parts may go
 * to different ones.
 *
 * @throws UnsupportedOpError listing the nodes that none can run even so
 */
export function assignHomes(graph: Graph, backends: readonly Backend[]): Homes {
  const { graph: split, origins } = decompose(
    graph,
    (node, current) => !backends.some((backend) => lacks(node, current, backend) === undefined),
  );
  const able = new Map<Node, readonly number[]>();
  const reasons = new Map<string, string>();
  const homeless: UnsupportedNode[] = [];
  for (const node of split.nodes) {
    const against = backends.map((backend) => lacks(node, split, backend));
    able.set(
      node,
      against.flatMap((reason, index) => (reason === undefined ? [index] : [])),
    );
    if (against[0] !== undefined) reasons.set(node.name, against[0]);
    if (!against.includes(undefined)) {
      homeless.push({ node: node.name, op: node.op, reason: against.at(-1)! });
    }
  }
  if (homeless.length === 0) return { graph: split, origins, able, reasons };
  const names = backends.map(({ name }) => `'${name}'`).join(', ');
  throw new UnsupportedOpError(
    `none of the backends ${names} can run ${homeless.length} of ${split.nodes.length} nodes`,
    homeless,
  );
}

/** Why a backend cannot run a node, not even in parts; undefined when it can. */
function lacks(node: Node, graph: Graph, backend: Backend): string | undefined {
  const support = backend.support(node, graph);
  if (support.native) return undefined;
  if (definitionOf(node.op).decompose === undefined) return support.reason;
  try {
    legalise(subgraph(graph, [node], node.outputs), backend);
    return undefined;
  } catch (error) {
    if (error instanceof UnsupportedOpError) return support.reason;
    throw error;
  }
}
