import {
  type Breath,
  ExecutionError,
  type NodeProfile,
  type RunOptions,
  SeparableError,
} from '@separable/core';
import type { BoundPlan } from './bind-plan.js';
import type { GraphPlan } from './plan-graph.js';
import { aborted } from './queue.js';

/**
 * Runs the steps of a plan, giving the event loop turns and looking at the signal between nodes.
 *
 * @throws AbortedError when the signal ends the run
 * @throws ExecutionError when a kernel fails
 */
export async function runSteps(
  plan: GraphPlan,
  { steps }: BoundPlan,
  breath: Breath,
  { signal, onNode }: RunOptions,
): Promise<void> {
  for (let index = 0; index < steps.length; index++) {
    if (breath.due) await breath.take();
    if (signal?.aborted === true) throw aborted(`running '${plan.graph.name}'`, signal);
    const start = onNode === undefined ? 0 : performance.now();
    runStep(plan, index, steps[index]);
    onNode?.(profile(plan, index, start));
  }
}

function runStep(plan: GraphPlan, index: number, step: (() => void) | undefined): void {
  try {
    step?.();
  } catch (cause) {
    if (cause instanceof SeparableError) throw cause;
    const { name, op } = plan.nodes[index]!.node;
    throw new ExecutionError(`node '${name}' (${op}) failed: ${String(cause)}`, {
      cause,
      place: { node: name, op },
    });
  }
}

function profile(plan: GraphPlan, index: number, start: number): NodeProfile {
  return { node: plan.nodes[index]!.node.name, milliseconds: performance.now() - start };
}
