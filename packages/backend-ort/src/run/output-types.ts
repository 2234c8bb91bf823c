import { bindGraph, type DType, ExecutionError, type Graph, typeOf } from '@separable/core';
import { lacksWorkaround, type Workaround } from '../workarounds/workaround.js';

/** What one output is at one size. */
export interface OutputType {
  readonly dtype: DType;
  readonly shape: readonly number[];
}

/** The types of outputs at one size, by the value that is handed out. */
export type OutputTypes = ReadonlyMap<string, OutputType>;

/**
 * Checks every node at one size, which the engine would do later and less clearly.
 *
 * @throws ShapeMismatchError when a node cannot take the size
 * @throws ExecutionError when the engine would compute a node wrongly at this size
 */
export function outputTypesAt(
  graph: Graph,
  shapes: Readonly<Record<string, readonly number[]>>,
  workarounds: readonly Workaround[],
): OutputTypes {
  const bound = bindGraph(graph, shapes);
  const lacking = lacksWorkaround(graph, bound, workarounds);
  if (lacking !== undefined) {
    const { name, op } = lacking.node;
    throw new ExecutionError(
      `onnxruntime would compute node '${name}' (${op}) wrongly at this size: ${lacking.because}`,
      { place: { node: name, op }, hint: 'build the graph with this size instead of a symbol' },
    );
  }
  return new Map(
    graph.outputs.map(({ value }) => {
      const { dtype, shape } = typeOf(bound, value);
      return [value, { dtype, shape: shape as readonly number[] }];
    }),
  );
}
