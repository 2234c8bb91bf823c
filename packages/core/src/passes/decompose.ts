import { opMethods } from '../graph/builder.js';
import type { Value } from '../graph/builder-types.js';
import type { Graph, Node } from '../graph/graph.js';
import { type Rewriting, rewriteGraph } from '../graph/rewrite.js';
import { definitionOf } from '../op/table.js';

/** A graph after decomposition, with the way back. */
export interface Decomposed {
  readonly graph: Graph;
  /** For each node that came out of a decomposition, the node of the original graph it is part of. */
  readonly origins: ReadonlyMap<string, Node>;
}

/**
 * Replaces the nodes that `choose` picks by their op's decomposition, again and again until none is
 * picked. Parts are named `node/part`. A node of a primitive op stays as it is.
 */
export function decompose(graph: Graph, choose: (node: Node, graph: Graph) => boolean): Decomposed {
  const origins = new Map<string, Node>();
  let current = graph;
  for (;;) {
    const isChosen = (node: Node): boolean =>
      definitionOf(node.op).decompose !== undefined && choose(node, current);
    const chosen = new Set(current.nodes.filter(isChosen));
    if (chosen.size === 0) {
      const parts = current.nodes.map(({ name }) => [name, origins.get(name)] as const);
      return { graph: current, origins: new Map(parts.filter(isPart)) };
    }
    current = rewriteGraph(current, (node, rewriting) =>
      chosen.has(node) ? expand(node, rewriting, origins) : undefined,
    );
  }
}

function isPart(entry: readonly [string, Node | undefined]): entry is [string, Node] {
  return entry[1] !== undefined;
}

function expand(node: Node, rewriting: Rewriting, origins: Map<string, Node>): readonly Value[] {
  const operands = Object.fromEntries(
    Object.entries(node.inputs).map(([operand, ref]) => [
      operand,
      typeof ref === 'string' ? rewriting.value(ref) : ref.map((name) => rewriting.value(name)),
    ]),
  );
  const origin = origins.get(node.name) ?? node;
  const { g } = rewriting;
  const scoped = opMethods({
    constant: (name, tensor) => g.constant(`${node.name}/${name}`, tensor),
    apply(op, inputs, attributes, name) {
      const results = g.apply(op, inputs, attributes, `${node.name}/${name ?? op}`);
      origins.set(rewriting.producer(results[0]!)!.name, origin);
      return results;
    },
  });
  return definitionOf(node.op).decompose!(scoped, operands, node.attributes);
}
