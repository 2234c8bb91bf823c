import { type RunOptions } from '@separable/core';
import type { Breath } from './breath.js';
import { failureOf, NodeClock } from './node-clock.js';
import type { Program } from './program.js';
import { aborted } from './queue.js';

/**
 * Runs a program on this thread, giving the event loop turns and looking at the signal between stages.
 *
 * @throws AbortedError when the signal ends the run
 * @throws ExecutionError when the code traps
 */
export async function runAlone(
  { plan, stages, functions }: Program,
  breath: Breath,
  { signal, onNode }: RunOptions,
): Promise<void> {
  const clock = new NodeClock(plan, onNode);
  for (let index = 0; index < stages.length; index++) {
    if (breath.due) await breath.take();
    if (signal?.aborted === true) throw aborted(`running '${plan.graph.name}'`, signal);
    const { node, units } = stages[index]!;
    clock.enter(node);
    try {
      functions[index]!(0, units, plan.threadScratch.address);
    } catch (cause) {
      throw failureOf(plan, node, cause);
    }
  }
  clock.finish();
}
