import { type Graph, operandsOf } from '@separable/core';

/** Why a GPU, which has no buffers of no bytes, cannot run a graph at a size. */
export function emptiness({ nodes, values }: Graph): string | undefined {
  for (const node of nodes) {
    const empty = [...operandsOf(node), ...node.outputs].find((name) =>
      values.get(name)?.shape.includes(0),
    );
    if (empty !== undefined) {
      return `'${empty}' at node '${node.name}' (${node.op}) has no elements, and the provider takes no empty buffers`;
    }
  }
  return undefined;
}
