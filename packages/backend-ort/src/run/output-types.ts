import { bindGraph, type DType, ExecutionError, type Graph, typeOf } from '@separable/core';

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
 * @throws ExecutionError when the engine cannot run it at this size
 */
export function outputTypesAt(
  graph: Graph,
  shapes: Readonly<Record<string, readonly number[]>>,
  reasonAgainst: (bound: Graph) => string | undefined,
): OutputTypes {
  const bound = bindGraph(graph, shapes);
  const types = new Map(
    graph.outputs.map(({ value }) => {
      const { dtype, shape } = typeOf(bound, value);
      return [value, { dtype, shape: shape as readonly number[] }];
    }),
  );
  // Where all that is asked for is empty the engine need not be asked.
  const isEmpty = [...types.values()].every(({ shape }) => shape.includes(0));
  const reason = isEmpty ? undefined : reasonAgainst(bound);
  if (reason !== undefined) {
    throw new ExecutionError(`graph '${graph.name}' cannot run at this size: ${reason}`);
  }
  return types;
}
