import type { Graph, Node } from '@separable/core';

/** Why onnxruntime-web's WebGPU provider cannot be trusted with a node; undefined when it can. */
export function webgpuProblem(_node: Node, _graph: Graph): string | undefined {
  return undefined;
}
