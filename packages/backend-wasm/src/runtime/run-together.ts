import { ExecutionError, type RunOptions } from '@separable/core';
import type { Breath } from './breath.js';
import { makeControl, stop } from './crew/control.js';
import type { Crew, Leaving, Member } from './crew/crew.js';
import type { DoneMessage, LoadMessage } from './crew/messages.js';
import { failureOf, NodeClock } from './node-clock.js';
import type { Program } from './program.js';
import { aborted } from './queue.js';
import { takePart } from './take-part.js';

/** Who runs a program together. */
export interface Party {
  readonly crew: Crew;
  readonly members: readonly Member[];
  /** Whether this thread may block, and so takes part. */
  readonly mayBlock: boolean;
}

/**
 * Runs a program on workers and, where it may block, on this thread.
 *
 * @throws AbortedError when the signal ends the run
 * @throws ExecutionError when the code traps or a worker ends
 */
export async function runTogether(
  program: Program,
  message: LoadMessage,
  { crew, members, mayBlock }: Party,
  breath: Breath,
  options: RunOptions,
): Promise<void> {
  const { threadScratch, graph } = program.plan;
  const control = makeControl(program.stages.length);
  const leavings = members.map((member, index) =>
    crew.start(member, message, {
      control,
      threadScratch: threadScratch.address + (index + Number(mayBlock)) * threadScratch.bytes,
    }),
  );
  // A worker that has ended may have held a unit: nobody would finish it.
  for (const leaving of leavings) void leaving.then((left) => 'ended' in left && stop(control));
  const giveUp = (): void => stop(control);
  options.signal?.addEventListener('abort', giveUp, { once: true });
  const clock = new NodeClock(program.plan, mayBlock ? options.onNode : undefined);
  // Workers do not keep a Node process alive; this does while one is waited for.
  const awake = setInterval(() => {}, 1000);
  try {
    const own = mayBlock ? await takePart(program, control, breath, clock) : undefined;
    if (own === 'over') return clock.finish();
    const first = own === undefined ? await Promise.race(leavings) : undefined;
    if (first !== undefined && isWhole(first, program)) return tellTimes(program, first, options);
    // Workers that have left touch memory no more.
    stop(control);
    const all = await Promise.all(leavings);
    if (options.signal?.aborted === true) throw aborted(`running '${graph.name}'`, options.signal);
    if (typeof own === 'object') {
      throw failureOf(program.plan, program.stages[own.stage]!.node, own.cause);
    }
    throw failureAmong(program, all);
  } finally {
    clearInterval(awake);
    options.signal?.removeEventListener('abort', giveUp);
  }
}

/** Whether a worker left because the run was over. */
function isWhole(leaving: Leaving, { stages }: Program): leaving is DoneMessage {
  return 'ends' in leaving && leaving.ends.length > stages.length;
}

/** What went wrong among workers that have left. */
function failureAmong({ plan, stages }: Program, leavings: readonly Leaving[]): ExecutionError {
  for (const leaving of leavings) {
    if ('ended' in leaving) {
      return new ExecutionError(
        `a worker thread ended while '${plan.graph.name}' ran: ${leaving.ended}`,
        { hint: 'the next run starts another one' },
      );
    }
    if (leaving.failure !== undefined) {
      return failureOf(plan, stages[leaving.ends.length - 1]!.node, leaving.failure);
    }
  }
  return new ExecutionError(`the run of '${plan.graph.name}' was stopped`);
}

/** Tells the times a worker took, node by node. */
function tellTimes({ plan, stages }: Program, { ends }: DoneMessage, { onNode }: RunOptions): void {
  const milliseconds = plan.nodes.map(() => 0);
  for (const [stage, { node }] of stages.entries()) {
    milliseconds[node]! += ends[stage + 1]! - ends[stage]!;
  }
  for (const [index, { node }] of plan.nodes.entries()) {
    onNode?.({ node: node.name, milliseconds: milliseconds[index]! });
  }
}
