import type { Backend } from '../backend/contract.js';
import type { Graph } from '../graph/graph.js';

/** What a pass may use besides the graph. */
export interface PassContext {
  /** An engine for passes that compute, such as constant folding; without it they do nothing. */
  readonly backend?: Backend;
}

/** A rewriting that keeps what the graph computes: same inputs, same outputs, same values. */
export interface Pass {
  readonly name: string;
  run(graph: Graph, context: PassContext): Graph | Promise<Graph>;
}
