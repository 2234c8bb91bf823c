import type { Graph, GraphOutput, Tensor } from '@separable/core';

/** What a graph hands out, by where it comes from. */
export interface DirectOutputs {
  /** The graph without outputs that no node makes and without a second name for a value; their order stays. */
  readonly computed: Graph;
  /** Every output of the graph, in order. */
  readonly outputs: readonly OutputSource[];
}

export type OutputSource = GraphOutput &
  (
    | { readonly from: 'input' }
    | { readonly from: 'constant'; readonly tensor: Tensor }
    /** The index among the outputs of `computed`. */
    | { readonly from: 'engine'; readonly index: number }
  );

/**
 * Sorts out inputs and constants that are outputs, which onnxruntime would hand out without a copy
 * or drop from a GPU's list of bound values, and values with two names.
 */
export function directOutputs(graph: Graph): DirectOutputs {
  const made: GraphOutput[] = [];
  const outputs = graph.outputs.map((output): OutputSource => {
    if (graph.inputs.includes(output.value)) return { ...output, from: 'input' };
    const tensor = graph.constants.get(output.value);
    if (tensor !== undefined) {
      const data = tensor.data.slice();
      return { ...output, from: 'constant', tensor: { ...tensor, data } as Tensor };
    }
    const known = made.findIndex(({ value }) => value === output.value);
    const index = known < 0 ? made.push(output) - 1 : known;
    return { ...output, from: 'engine', index };
  });
  return { computed: { ...graph, outputs: apart(made, graph.inputs) }, outputs };
}

/** Gives outputs names that no input has: in ONNX both are names of values. */
function apart(outputs: readonly GraphOutput[], inputs: readonly string[]): readonly GraphOutput[] {
  const taken = new Set([...inputs, ...outputs.map(({ name }) => name)]);
  return outputs.map((output) => {
    if (!inputs.includes(output.name)) return output;
    let name = output.name;
    while (taken.has(name)) name += '_';
    taken.add(name);
    return { ...output, name };
  });
}
