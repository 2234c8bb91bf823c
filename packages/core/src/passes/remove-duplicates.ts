import type { Graph, Node } from '../graph/graph.js';
import { rewriteGraph } from '../graph/rewrite.js';
import type { Value } from '../graph/builder-types.js';
import { bytesOf, tensorEquals, type Tensor } from '../data/tensor.js';
import type { Pass } from './pass.js';

/** Common-subexpression removal: equal constants, and nodes that do the same to the same values. */
export const removeDuplicates: Pass = {
  name: 'remove-duplicates',
  run(graph: Graph): Graph {
    const merged = mergeConstants(graph);
    const seen = new Map<string, readonly Value[]>();
    return rewriteGraph(graph, (node, rewriting) => {
      const operands = mapOperands(node, (name) => rewriting.value(merged.get(name) ?? name));
      const key = JSON.stringify([node.op, mapNames(operands), node.attributes]);
      const known = seen.get(key);
      if (known !== undefined) return known;
      const results = rewriting.g.apply(node.op, operands, node.attributes, node.name);
      seen.set(key, results);
      return results;
    });
  },
};

type Operands = Readonly<Record<string, Value | readonly Value[]>>;

function mapOperands(node: Node, value: (name: string) => Value): Operands {
  return Object.fromEntries(
    Object.entries(node.inputs).map(([operand, ref]) => [
      operand,
      typeof ref === 'string' ? value(ref) : ref.map(value),
    ]),
  );
}

function mapNames(operands: Operands): readonly unknown[] {
  return Object.entries(operands).map(([operand, value]) => [
    operand,
    'name' in value ? value.name : value.map(({ name }) => name),
  ]);
}

/** For each constant that repeats an earlier one, the name of the earlier. */
function mergeConstants(graph: Graph): ReadonlyMap<string, string> {
  const merged = new Map<string, string>();
  const buckets = new Map<string, string[]>();
  for (const [name, tensor] of graph.constants) {
    const bucket = buckets.get(fingerprint(tensor)) ?? [];
    const twin = bucket.find((other) => tensorEquals(graph.constants.get(other)!, tensor));
    if (twin === undefined) buckets.set(fingerprint(tensor), [...bucket, name]);
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
