import type { Backend, BackendProvider, Executable, Graph } from '@separable/core';

/** What a scenario works with. */
export interface Bench {
  readonly provider: BackendProvider;
  readonly backend: Backend;
  /** Legalises the graph for the backend and compiles it; the runner disposes what is left. */
  compile(graph: Graph): Promise<Executable>;
}

/** Tries a backend's conduct: resolves when it is right, throws an error that says what is not. */
export type Scenario = (bench: Bench) => Promise<void>;
