import { bindGraph, type DType, type Graph, typeOf } from '@separable/core';

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
 */
export function outputTypesAt(
  graph: Graph,
  shapes: Readonly<Record<string, readonly number[]>>,
): OutputTypes {
  const bound = bindGraph(graph, shapes);
  return new Map(
    graph.outputs.map(({ value }) => {
      const { dtype, shape } = typeOf(bound, value);
      return [value, { dtype, shape: shape as readonly number[] }];
    }),
  );
}
