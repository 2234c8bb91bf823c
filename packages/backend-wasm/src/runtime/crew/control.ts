/**
 * The words that threads of a run share, as an Int32Array: how many have arrived at barriers in this
 * run, whether it has been stopped, how many workers have left it, then for each stage the next unit.
 */
export const word = { arrived: 0, stopped: 1, left: 2, firstStage: 3 } as const;

/** The control words of a program with so many stages. */
export function makeControl(stages: number): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(4 * (word.firstStage + stages)));
}

/** Makes the words ready for a run; no thread may be in one. */
export function resetControl(control: Int32Array<SharedArrayBuffer>): void {
  for (let i = 0; i < control.length; i++) Atomics.store(control, i, 0);
}

/** Ends a run early: every thread leaves at its next look. */
export function stop(control: Int32Array<SharedArrayBuffer>): void {
  Atomics.store(control, word.stopped, 1);
  Atomics.notify(control, word.arrived);
}
