import { bytesPerElement } from '../data/dtype.js';
import { sizeOf } from '../data/tensor.js';
import { type Graph, operandsOf, typeOf } from '../graph/graph.js';

/** The nodes, by index, between which a value must be kept: made by the first, last read by the last. */
export interface Lifetime {
  /** -1 for an input of the graph. */
  readonly from: number;
  /** The number of nodes for an output of the graph. */
  readonly to: number;
}

/** When each value that is not a constant is alive. */
export function lifetimesOf(graph: Graph): ReadonlyMap<string, Lifetime> {
  const lifetimes = new Map<string, Lifetime>();
  for (const input of graph.inputs) lifetimes.set(input, { from: -1, to: -1 });
  graph.nodes.forEach((node, index) => {
    for (const value of operandsOf(node)) {
      const life = lifetimes.get(value);
      if (life !== undefined) lifetimes.set(value, { from: life.from, to: index });
    }
    for (const made of node.outputs) lifetimes.set(made, { from: index, to: index });
  });
  for (const { value } of graph.outputs) {
    const life = lifetimes.get(value);
    if (life !== undefined) lifetimes.set(value, { from: life.from, to: graph.nodes.length });
  }
  return lifetimes;
}

/** Bytes of a value of a graph without symbols. */
export function bytesOfValue(graph: Graph, value: string): number {
  const { dtype, shape } = typeOf(graph, value);
  return sizeOf(shape as readonly number[]) * bytesPerElement(dtype);
}

/** The largest set of values that are alive at once, and the node at which it is. */
export interface Peak {
  readonly bytes: number;
  readonly node: string | undefined;
}

/** Peak activation memory of a graph without symbols: inputs and results, constants not counted. */
export function peakActivations(graph: Graph): Peak {
  const change = new Float64Array(graph.nodes.length + 1);
  for (const [value, { from, to }] of lifetimesOf(graph)) {
    const bytes = bytesOfValue(graph, value);
    change[Math.max(from, 0)]! += bytes;
    if (to + 1 < change.length) change[Math.max(to, 0) + 1]! -= bytes;
  }
  let [live, peak, at] = [0, 0, 0];
  for (let index = 0; index < graph.nodes.length; index++) {
    live += change[index]!;
    if (live > peak) [peak, at] = [live, index];
  }
  return { bytes: peak, node: graph.nodes[at]?.name };
}
