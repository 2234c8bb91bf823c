import type { GraphProto } from '../proto/graph-proto.js';
import type { NodeProto } from '../proto/node-proto.js';

/** The graphs a node holds, such as the branches of an `If`. */
export function bodiesOf(node: NodeProto): readonly GraphProto[] {
  return node.attributes.flatMap(({ g, graphs }) => (g === undefined ? graphs : [g, ...graphs]));
}

/** The values a node reads: its operands, and what its graphs take from around them. */
export function readsOf(node: NodeProto): readonly string[] {
  const operands = node.inputs.filter((name) => name !== '');
  const bodies = bodiesOf(node);
  return bodies.length === 0 ? operands : [...operands, ...bodies.flatMap((g) => [...captured(g)])];
}

/** The names a graph reads and does not define. */
function captured(graph: GraphProto): ReadonlySet<string> {
  const names = new Set(graph.nodes.flatMap(readsOf));
  for (const { name } of graph.outputs) if (name !== '') names.add(name);
  for (const { name } of [...graph.inputs, ...graph.initializers]) names.delete(name);
  for (const name of graph.nodes.flatMap(({ outputs }) => outputs)) names.delete(name);
  return names;
}

/** What has nodes and hands out values: a graph or a function. */
interface Reader {
  readonly nodes: readonly NodeProto[];
  readonly outputs: readonly { readonly name: string }[];
}

/** Every name that a node or an output of a graph reads, in the graphs inside it too. */
export function namesRead(graph: Reader, names: Set<string> = new Set()): Set<string> {
  for (const { name } of graph.outputs) names.add(name);
  for (const node of graph.nodes) {
    for (const name of node.inputs) names.add(name);
    for (const body of bodiesOf(node)) namesRead(body, names);
  }
  return names;
}
