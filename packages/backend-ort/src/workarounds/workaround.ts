import {
  type Graph,
  type Node,
  opMethods,
  type OpMethods,
  rewriteGraph,
  type Rewriting,
  scalar,
  type Value,
} from '@separable/core';

/** A way around one mistake of an engine: what it computes rightly in place of what it does not. */
export interface Workaround {
  /** What is wrong, and where it was reported. */
  readonly because: string;
  /** Whether the answer may change once symbols have a size; false unless given. */
  readonly dependsOnSize?: boolean;
  appliesTo(node: Node, graph: Graph): boolean;
  /** The results of the node, of nodes that the engine computes rightly. */
  instead(node: Node, at: Site): readonly Value[];
}

/** The place in a graph where a workaround stands. */
export interface Site {
  readonly g: OpMethods;
  /** The operands of the node. */
  readonly operands: Readonly<Record<string, Value | readonly Value[]>>;
  /** An operand that every node of the op has once. */
  operand(name: string): Value;
  /** The node without changes but those in its attributes. */
  again(attributes: Node['attributes']): readonly Value[];
  number(value: number): Value;
}

/**
 * The graph with every node that a workaround applies to replaced. What a workaround puts in is not
 * looked at again.
 */
export function workAround(graph: Graph, workarounds: readonly Workaround[]): Graph {
  return rewriteGraph(graph, (node, rewriting) => {
    const found = workarounds.find((one) => one.appliesTo(node, graph));
    return found?.instead(node, siteOf(node, rewriting));
  });
}

/**
 * A node that needs a workaround at a size and has none, because its graph keeps symbols.
 *
 * @param bound `graph` at one size
 */
export function lacksWorkaround(
  graph: Graph,
  bound: Graph,
  workarounds: readonly Workaround[],
): { readonly node: Node; readonly because: string } | undefined {
  const late = workarounds.filter(({ dependsOnSize }) => dependsOnSize === true);
  for (const [index, node] of bound.nodes.entries()) {
    const found = late.find((one) => one.appliesTo(node, bound));
    if (found === undefined || found.appliesTo(graph.nodes[index]!, graph)) continue;
    return { node, because: found.because };
  }
  return undefined;
}

function siteOf(node: Node, rewriting: Rewriting): Site {
  const operands = Object.fromEntries(
    Object.entries(node.inputs).map(([operand, ref]) => [
      operand,
      typeof ref === 'string' ? rewriting.value(ref) : ref.map((name) => rewriting.value(name)),
    ]),
  );
  const g = opMethods({
    constant: (name, tensor) => rewriting.g.constant(`${node.name}/${name}`, tensor),
    apply: (op, inputs, attributes, name) =>
      rewriting.g.apply(op, inputs, attributes, `${node.name}/${name ?? op}`),
  });
  return {
    g,
    operands,
    operand: (name) => operands[name] as Value,
    again: (attributes) => g.apply(node.op, operands, attributes),
    number: (value) => g.constant(`${value}`, scalar('float32', value)),
  };
}
