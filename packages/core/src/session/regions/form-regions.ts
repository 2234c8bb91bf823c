import { type Graph, type Node, operandsOf, readersOf } from '../../graph/graph.js';

/** Nodes that one backend runs in one go, in the order of the graph. */
export interface Region {
  /** The backend, by its place in the caller's list. */
  readonly home: number;
  readonly nodes: readonly Node[];
}

/**
 * Groups nodes into the fewest regions, in an order in which each region reads only what earlier ones
 * made: a home is drained of every node that is ready, then another has its turn.
 *
 * For two homes the number is the least there is. After k turns that begin at the same home, draining
 * has run everything that any other schedule of k turns can have run (by induction: whatever is ready
 * there is ready here), and every acyclic grouping is a schedule of as many turns as it has regions.
 * Both beginnings are tried. With more homes the problem is a shortest common supersequence, which is
 * NP-hard; the next turn then goes to the home with the most ready nodes.
 *
 * Source: the draining schedule of TensorFlow Lite's `PartitionGraphIntoIndependentNodeSubsets` and of
 * ONNX Runtime's `CreateSupportedPartitions`.
 *
 * @param homes the backend of each node
 */
export function formRegions(graph: Graph, homes: ReadonlyMap<Node, number>): readonly Region[] {
  const first = [...new Set(homes.values())].sort((a, b) => a - b);
  const schedules = first.map((home) => drain(graph, homes, home));
  return schedules.reduce((best, one) => (one.length < best.length ? one : best), schedules[0]!);
}

function drain(graph: Graph, homes: ReadonlyMap<Node, number>, first: number): readonly Region[] {
  const position = new Map(graph.nodes.map((node, index) => [node, index]));
  const readers = readersOf(graph);
  const waiting = waitsOf(graph);
  const ready = new Map<number, Node[]>([...homes.values()].map((home) => [home, []]));
  const release = (node: Node): void => void ready.get(homes.get(node)!)!.push(node);
  for (const node of graph.nodes) if (waiting.get(node) === 0) release(node);

  const regions: Region[] = [];
  let home = first;
  for (let left = graph.nodes.length; left > 0;) {
    const queue = ready.get(home)!;
    const nodes: Node[] = [];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      nodes.push(node);
      for (const reader of new Set(node.outputs.flatMap((value) => readers.get(value) ?? []))) {
        const count = waiting.get(reader)! - 1;
        waiting.set(reader, count);
        if (count === 0) release(reader);
      }
    }
    left -= nodes.length;
    nodes.sort((a, b) => position.get(a)! - position.get(b)!);
    if (nodes.length > 0) regions.push({ home, nodes });
    for (const [other, { length }] of ready) {
      if (length > ready.get(home)!.length) home = other;
    }
  }
  return regions;
}

/** How many nodes each node waits for. */
function waitsOf(graph: Graph): Map<Node, number> {
  const makers = new Map(graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node])));
  return new Map(
    graph.nodes.map((node) => [
      node,
      new Set(operandsOf(node).flatMap((value) => makers.get(value) ?? [])).size,
    ]),
  );
}
