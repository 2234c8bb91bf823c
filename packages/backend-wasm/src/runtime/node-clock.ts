import { ExecutionError, type RunOptions } from '@separable/core';
import type { GraphPlan } from '../compiler/plan-graph.js';

/** Times nodes from the stages that run: a node lasts from its first stage to that of the next. */
export class NodeClock {
  private readonly plan: GraphPlan;
  private readonly onNode: RunOptions['onNode'];
  private reached = 0;
  private since = 0;

  constructor(plan: GraphPlan, onNode: RunOptions['onNode']) {
    this.plan = plan;
    this.onNode = onNode;
    if (onNode !== undefined) this.since = performance.now();
  }

  /** Says that a stage of a node starts; nodes before it have ended. */
  enter(node: number): void {
    if (this.onNode === undefined) return;
    for (; this.reached < node; this.reached++) this.tell();
  }

  finish(): void {
    this.enter(this.plan.nodes.length);
  }

  private tell(): void {
    const now = performance.now();
    this.onNode?.({
      node: this.plan.nodes[this.reached]!.node.name,
      milliseconds: now - this.since,
    });
    this.since = now;
  }
}

/** The error of a node whose code trapped. */
export function failureOf(plan: GraphPlan, node: number, cause: unknown): ExecutionError {
  const { name, op } = plan.nodes[node]!.node;
  return new ExecutionError(`node '${name}' (${op}) failed: ${String(cause)}`, {
    cause,
    place: { node: name, op },
  });
}
