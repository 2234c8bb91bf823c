import type { Backend, BackendProvider, Executable, Graph, TensorMap } from '@separable/core';

/** What a scenario works with. */
export interface Bench {
  readonly provider: BackendProvider;
  /** Shared with other cases: a scenario that disposes a backend creates its own. */
  readonly backend: Backend;
  /** Legalises and compiles a graph on `backend`; the runner disposes it in the end. */
  compile(graph: Graph): Promise<Executable>;
  /** Throws unless the outputs are what the oracle says for these inputs. */
  check(graph: Graph, inputs: TensorMap, outputs: TensorMap): void;
}

/** Tries a backend's conduct: resolves when it is right, throws an error that says what is not. */
export type Scenario = (bench: Bench) => Promise<void>;
