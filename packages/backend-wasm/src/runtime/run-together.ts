import { ExecutionError, type RunOptions } from '@separable/core';
import type { Breath } from './breath.js';
import { resetControl, stop, word } from './crew/control.js';
import type { Crew, Leaving, Member } from './crew/crew.js';
import type { LoadMessage } from './crew/messages.js';
import { failureOf, NodeClock } from './node-clock.js';
import type { Program } from './program.js';
import { aborted } from './queue.js';

/** Who runs a program together. */
export interface Party {
  readonly crew: Crew;
  readonly members: readonly Member[];
  /** Whether this thread may block, and so takes part. */
  readonly mayBlock: boolean;
}

/** Looks at a barrier before the thread sleeps; waking takes longer than most waits. */
const spins = 10_000;
/** Milliseconds of sleep after which the event loop gets a turn: a worker's end arrives there. */
const nap = 5;

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
  const { control } = message;
  resetControl(control);
  const leavings = members.map(async (member, index): Promise<Leaving> => {
    const leaving = await crew.start(member, message, {
      parties: members.length + Number(mayBlock),
      threadScratch: threadScratch.address + (index + Number(mayBlock)) * threadScratch.bytes,
      timed: options.onNode !== undefined && !mayBlock && index === 0,
    });
    if ('ended' in leaving) stop(control);
    return leaving;
  });
  const giveUp = (): void => stop(control);
  options.signal?.addEventListener('abort', giveUp, { once: true });
  const clock = new NodeClock(program.plan, mayBlock ? options.onNode : undefined);
  const own = mayBlock
    ? await takePart(program, control, members.length, breath, clock)
    : undefined;
  if (own !== 'done') {
    // Workers that have left touch neither memory nor control words any more.
    checkLeavings(program, await Promise.all(leavings), own, options);
  }
  options.signal?.removeEventListener('abort', giveUp);
  if (options.signal?.aborted === true) throw aborted(`running '${graph.name}'`, options.signal);
  clock.finish();
}

type OwnEnd = 'done' | 'stopped' | { readonly stage: number; readonly cause: unknown };

/** This thread's part of a run: the counterpart of the worker's, with turns for the event loop. */
async function takePart(
  { stages, functions, plan }: Program,
  control: Int32Array<SharedArrayBuffer>,
  workers: number,
  breath: Breath,
  clock: NodeClock,
): Promise<OwnEnd> {
  const parties = workers + 1;
  for (let stage = 0; stage < stages.length; stage++) {
    if (breath.due) await breath.take();
    const { node, units } = stages[stage]!;
    clock.enter(node);
    try {
      while (Atomics.load(control, word.stopped) === 0) {
        const unit = Atomics.add(control, word.firstStage + stage, 1);
        if (unit >= units) break;
        functions[stage]!(unit, unit + 1, plan.threadScratch.address);
      }
    } catch (cause) {
      stop(control);
      return { stage, cause };
    }
    if (Atomics.add(control, word.arrived, 1) + 1 === (stage + 1) * parties) {
      Atomics.notify(control, word.arrived);
    } else if (!(await reached(control, word.arrived, (stage + 1) * parties, breath))) {
      return 'stopped';
    }
  }
  return (await reached(control, word.left, workers, breath)) ? 'done' : 'stopped';
}

/** Waits until a word has reached a value; false when the run has been stopped. */
async function reached(
  control: Int32Array<SharedArrayBuffer>,
  index: number,
  target: number,
  breath: Breath,
): Promise<boolean> {
  for (let spin = 0; spin < spins; spin++) if (Atomics.load(control, index) >= target) return true;
  for (;;) {
    const seen = Atomics.load(control, index);
    if (seen >= target) return true;
    if (Atomics.load(control, word.stopped) !== 0) return false;
    if (Atomics.wait(control, index, seen, nap) === 'timed-out') await breath.take();
  }
}

/** Throws what a worker or this thread has met, and tells the times a worker took. */
function checkLeavings(
  { plan, stages }: Program,
  leavings: readonly Leaving[],
  own: OwnEnd | undefined,
  { onNode, signal }: RunOptions,
): void {
  if (typeof own === 'object') throw failureOf(plan, stages[own.stage]!.node, own.cause);
  for (const leaving of leavings) {
    if ('ended' in leaving) {
      throw new ExecutionError(
        `a worker thread ended while '${plan.graph.name}' ran: ${leaving.ended}`,
        { hint: 'the next run starts another one' },
      );
    }
    if (leaving.failure !== undefined) {
      throw failureOf(plan, stages[leaving.failure.stage]!.node, leaving.failure.text);
    }
  }
  const times = leavings[0] !== undefined && 'times' in leavings[0] ? leavings[0].times : undefined;
  if (times === undefined || signal?.aborted === true) return;
  plan.nodes.forEach(({ node }, index) => {
    const milliseconds = stages.reduce(
      (sum, stage, i) => (stage.node === index ? sum + (times[i] ?? 0) : sum),
      0,
    );
    onNode?.({ node: node.name, milliseconds });
  });
}
