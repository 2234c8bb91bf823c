import type { Backend, BackendProvider, Decomposed, Executable, Graph } from '@separable/core';
import type { Bench } from '../case/scenario.js';
import { compareOutputs } from '../compare/compare-outputs.js';
import { evaluateGraph } from '../oracle/evaluate.js';
import type { Policy } from '../tolerance/policy.js';

/** A bench with its end. */
export interface OpenBench extends Bench {
  /** Whether a graph was compiled in parts. */
  decomposed(): boolean;
  close(): Promise<void>;
}

/** Sets a scenario's bench up. */
export function makeBench(
  provider: BackendProvider,
  backend: Backend,
  policy: Policy,
  legalise: (graph: Graph) => Decomposed,
): OpenBench {
  const compiled: Executable[] = [];
  let parts = false;
  return {
    provider,
    backend,
    async compile(graph) {
      const legal = legalise(graph);
      parts ||= legal.origins.size > 0;
      const executable = await backend.compile(legal.graph);
      compiled.push(executable);
      return executable;
    },
    check(graph, inputs, outputs) {
      const { problems } = compareOutputs(outputs, evaluateGraph(graph, inputs, policy).outputs);
      if (problems.length > 0) throw new Error(problems.join('; '));
    },
    decomposed: () => parts,
    async close() {
      for (const executable of compiled) await executable[Symbol.asyncDispose]();
    },
  };
}
