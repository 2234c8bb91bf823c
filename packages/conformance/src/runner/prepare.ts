import type { Graph, TensorMap } from '@separable/core';
import type { ComputeCase } from '../case/case.js';
import { evaluateGraph } from '../oracle/evaluate.js';
import type { Exact } from '../oracle/exact.js';
import type { Policy } from '../tolerance/policy.js';

/** A case built and evaluated; outputs are undefined for a case that must reject. */
export interface Prepared {
  readonly graph: Graph;
  readonly inputs: TensorMap;
  readonly exact: Readonly<Record<string, Exact>> | undefined;
}

/** Builds a case and asks the oracle. */
export function prepare(given: ComputeCase, policy: Policy): Prepared {
  const { graph, inputs } = given.build();
  const exact =
    given.rejects === undefined ? evaluateGraph(graph, inputs, policy).outputs : undefined;
  return { graph, inputs, exact };
}
