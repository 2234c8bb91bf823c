import type { ImportError } from '@separable/core';
import type { GraphProto } from '../proto/graph-proto.js';
import type { NodeProto } from '../proto/node-proto.js';
import { errorAt, quote } from '../proto/place.js';
import { readsOf } from './reads.js';

/** What messages call a node: its name, else its first output. */
export function labelOf(node: NodeProto): string {
  return node.name || node.outputs.find((name) => name !== '') || node.opType;
}

/**
 * The nodes in an order in which every value is made before it is read: the order of the file where
 * that is one already, as the format asks.
 *
 * @throws ImportError when a value is made twice, is made nowhere, or hangs on itself
 */
export function orderNodes(
  graph: GraphProto,
  outer: (name: string) => boolean = () => false,
): readonly NodeProto[] {
  const available = valuesAtStart(graph);
  const makers = new Map<string, NodeProto>();
  for (const node of graph.nodes) {
    for (const output of node.outputs) {
      if (output === '') continue;
      const other = makers.get(output);
      if (other === undefined && !available.has(output)) makers.set(output, node);
      else throw madeTwice(node, output, other);
    }
  }
  const exists = (name: string): boolean => available.has(name) || makers.has(name) || outer(name);
  checkSources(graph, exists);
  return inOrder(graph.nodes, makers) ?? sorted(graph.nodes, makers);
}

function valuesAtStart(graph: GraphProto): ReadonlySet<string> {
  const inputs = new Set<string>();
  for (const input of graph.inputs) {
    if (input.name === '') throw errorAt(input.place, 'an input without a name');
    if (inputs.has(input.name))
      throw errorAt(input.place, `a second input named ${quote(input.name)}`);
    inputs.add(input.name);
  }
  const initializers = new Set<string>();
  for (const tensor of graph.initializers) {
    if (tensor.name === '') throw errorAt(tensor.place, 'an initialiser without a name');
    if (initializers.has(tensor.name)) {
      throw errorAt(tensor.place, `a second initialiser named ${quote(tensor.name)}`);
    }
    initializers.add(tensor.name);
  }
  for (const sparse of graph.sparseInitializers) {
    throw errorAt(sparse.place, 'sparse initialisers are not supported');
  }
  return new Set([...inputs, ...initializers]);
}

function madeTwice(node: NodeProto, output: string, other: NodeProto | undefined): ImportError {
  const by = other === undefined ? 'an input or initialiser' : `node ${quote(labelOf(other))}`;
  const text = `node ${quote(labelOf(node))} makes ${quote(output)}, which ${by} makes already`;
  return errorAt(node.place, text);
}

function checkSources(graph: GraphProto, exists: (name: string) => boolean): void {
  for (const node of graph.nodes) {
    const missing = readsOf(node).find((name) => !exists(name));
    if (missing === undefined) continue;
    const text = `node ${quote(labelOf(node))} (${node.opType}) reads ${quote(missing)}`;
    throw errorAt(node.place, `${text}, which is no input, no initialiser and no node's output`);
  }
  for (const output of graph.outputs) {
    if (output.name !== '' && exists(output.name)) continue;
    throw errorAt(output.place, `the graph's output ${quote(output.name)} is made by no node`);
  }
}

function inOrder(
  nodes: readonly NodeProto[],
  makers: ReadonlyMap<string, NodeProto>,
): readonly NodeProto[] | undefined {
  const ready = new Set<string>();
  for (const node of nodes) {
    if (readsOf(node).some((name) => makers.has(name) && !ready.has(name))) return undefined;
    for (const name of node.outputs) ready.add(name);
  }
  return nodes;
}

/** Kahn's algorithm; what it cannot reach hangs on a cycle. */
function sorted(
  nodes: readonly NodeProto[],
  makers: ReadonlyMap<string, NodeProto>,
): readonly NodeProto[] {
  const waiting = new Map<NodeProto, number>();
  const readers = new Map<NodeProto, NodeProto[]>();
  for (const node of nodes) {
    const sources = new Set(readsOf(node).flatMap((name) => makers.get(name) ?? []));
    waiting.set(node, sources.size);
    for (const source of sources) {
      const list = readers.get(source);
      if (list === undefined) readers.set(source, [node]);
      else list.push(node);
    }
  }
  const order = nodes.filter((node) => waiting.get(node) === 0);
  for (let next = 0; next < order.length; next++) {
    for (const reader of readers.get(order[next]!) ?? []) {
      const left = waiting.get(reader)! - 1;
      waiting.set(reader, left);
      if (left === 0) order.push(reader);
    }
  }
  const stuck = nodes.filter((node) => waiting.get(node)! > 0);
  const [first] = stuck;
  if (first === undefined) return order;
  const names = stuck.slice(0, 8).map((node) => quote(labelOf(node)));
  const more = stuck.length > names.length ? ` and ${stuck.length - names.length} more` : '';
  throw errorAt(
    first.place,
    `nodes hang on their own results in a cycle: ${names.join(', ')}${more}`,
  );
}
