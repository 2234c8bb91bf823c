import { type Graph, isIn, type Node, readersOf } from '@separable/core';

/**
 * Whether a convolution is followed by two activations, one of which may be fused. onnxruntime's
 * `ConvActivationFusion` for WebGPU fuses the second over the first, which is then lost.
 */
export function activatesTwice(graph: Graph): boolean {
  const readers = readersOf(graph);
  const activationBehind = ({ outputs }: Node): Node | undefined => {
    const [reader, ...others] = readers.get(outputs[0]!) ?? [];
    return reader !== undefined && others.length === 0 && isIn(reader.op, 'activation')
      ? reader
      : undefined;
  };
  return graph.nodes.some((node) => {
    const { activation } = node.attributes;
    if (activation === undefined) return false;
    const behind = activationBehind(node);
    if (behind === undefined) return false;
    return activation !== null || activationBehind(behind) !== undefined;
  });
}
