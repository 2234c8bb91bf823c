/**
 * The words that the threads of one run share: whether it has been stopped, then for each stage the
 * next unit to take and how many are done.
 *
 * A stage is over when all its units are done, not when all threads have come: a thread that is late, or
 * never gets a processor, holds no unit and so holds up nobody. Each run has words of its own, in which
 * a thread that comes after the run has ended finds nothing left to take.
 */
export type Control = Int32Array<SharedArrayBuffer>;

export const stoppedWord = 0;

/** The word of a stage's next unit. */
export function nextWord(stage: number): number {
  return 1 + 2 * stage;
}

/** The word of how many of a stage's units are done. */
export function doneWord(stage: number): number {
  return 2 + 2 * stage;
}

/** The control words of a run of so many stages. */
export function makeControl(stages: number): Control {
  return new Int32Array(new SharedArrayBuffer(4 * (1 + 2 * stages)));
}

/** Ends a run early: every thread leaves when it looks next. */
export function stop(control: Control): void {
  Atomics.store(control, stoppedWord, 1);
  for (let word = doneWord(0); word < control.length; word += 2) Atomics.notify(control, word);
}
