import type { Graph, Node } from '../graph/graph.js';
import { rewriteGraph } from '../graph/rewrite.js';
import { attributesKey } from '../op/attribute-text.js';
import { bytesOf, tensorEquals, type Tensor } from '../data/tensor.js';
import type { Pass } from './pass.js';

/** Common-subexpression removal: equal constants, and nodes that do the same to the same values. */
export const removeDuplicates: Pass = {
  name: 'remove-duplicates',
  run(graph: Graph): Graph {
    const merged = mergeConstants(graph);
    const seen = new Map<string, Node>();
    return rewriteGraph(merged, (node, rewriting) => {
      const operands = Object.entries(node.inputs).map(([operand, ref]) => [
        operand,
        typeof ref === 'string'
          ? rewriting.value(ref).name
          : ref.map((v) => rewriting.value(v).name),
      ]);
      const key = attributesKey([node.op, operands, node.attributes]);
      const twin = seen.get(key);
      if (twin !== undefined) return twin.outputs.map((name) => rewriting.value(name));
      seen.set(key, node);
      return undefined;
    });
  },
};

/** The graph with every reader of a constant that repeats an earlier one reading the earlier. */
function mergeConstants(graph: Graph): Graph {
  const merged = repeatedConstants(graph);
  if (merged.size === 0) return graph;
  const first = (name: string): string => merged.get(name) ?? name;
  const nodes = graph.nodes.map((node) => ({
    ...node,
    inputs: Object.fromEntries(
      Object.entries(node.inputs).map(([operand, ref]) => [
        operand,
        typeof ref === 'string' ? first(ref) : ref.map(first),
      ]),
    ),
  }));
  const outputs = graph.outputs.map(({ name, value }) => ({ name, value: first(value) }));
  return { ...graph, nodes, outputs };
}

/** For each constant that repeats an earlier one, the name of the earlier. */
function repeatedConstants(graph: Graph): ReadonlyMap<string, string> {
  const merged = new Map<string, string>();
  const buckets = new Map<string, string[]>();
  for (const [name, tensor] of graph.constants) {
    const key = fingerprint(tensor);
    const bucket = buckets.get(key) ?? [];
    const twin = bucket.find((other) => tensorEquals(graph.constants.get(other)!, tensor));
    if (twin === undefined) buckets.set(key, [...bucket, name]);
    else merged.set(name, twin);
  }
  return merged;
}

/** Equal tensors have equal fingerprints: dtype, shape and a few bytes spread over the data. */
function fingerprint(tensor: Tensor): string {
  const bytes = bytesOf(tensor);
  const step = Math.max(1, Math.floor(bytes.length / 64));
  let hash = 2166136261;
  for (let i = 0; i < bytes.length; i += step) hash = Math.imul(hash ^ bytes[i]!, 16777619);
  return `${tensor.dtype} ${tensor.shape.join('x')} ${hash}`;
}
