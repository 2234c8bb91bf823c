import type { Breath } from './breath.js';
import { type Control, doneWord, nextWord, stop, stoppedWord } from './crew/control.js';
import type { NodeClock } from './node-clock.js';
import type { Program } from './program.js';

/** Looks at a stage's end before the thread sleeps; waking takes longer than most waits. */
const spins = 10_000;
/** Milliseconds of sleep after which the event loop gets a turn: a worker's end arrives there. */
const nap = 5;

/** How this thread's part of a run ended. */
export type OwnEnd = 'over' | 'stopped' | { readonly stage: number; readonly cause: unknown };

/** This thread's part of a run: the counterpart of the worker's, with turns for the event loop. */
export async function takePart(
  { stages, functions, plan }: Program,
  control: Control,
  breath: Breath,
  clock: NodeClock,
): Promise<OwnEnd> {
  for (let stage = 0; stage < stages.length; stage++) {
    if (breath.due) await breath.take();
    const { node, units } = stages[stage]!;
    const done = doneWord(stage);
    clock.enter(node);
    try {
      while (Atomics.load(control, stoppedWord) === 0) {
        const unit = Atomics.add(control, nextWord(stage), 1);
        if (unit >= units) break;
        functions[stage]!(unit, unit + 1, plan.threadScratch.address);
        if (Atomics.add(control, done, 1) === units - 1) Atomics.notify(control, done);
      }
    } catch (cause) {
      stop(control);
      return { stage, cause };
    }
    if (!(await isOver(control, done, units, breath))) return 'stopped';
  }
  return 'over';
}

/** Waits until all units are done; false when the run has been stopped. */
async function isOver(
  control: Control,
  word: number,
  units: number,
  breath: Breath,
): Promise<boolean> {
  for (let spin = 0; spin < spins; spin++) if (Atomics.load(control, word) >= units) return true;
  for (;;) {
    const done = Atomics.load(control, word);
    if (done >= units) return true;
    if (Atomics.load(control, stoppedWord) !== 0) return false;
    if (Atomics.wait(control, word, done, nap) === 'timed-out') await breath.take();
  }
}
