import { AbortedError } from '@separable/core';

/** Runs tasks one after another in the order they came. */
export class Queue {
  private tail: Promise<unknown> = Promise.resolve();

  /**
   * Runs `task` when all before it have ended, whether they failed or not.
   *
   * @throws AbortedError at once when the signal ends the wait; the task is then never started
   */
  add<T>(task: () => Promise<T>, what: string, signal?: AbortSignal): Promise<T> {
    const turn = this.tail.then(() => {
      if (signal?.aborted === true) throw aborted(what, signal);
      return task();
    });
    this.tail = turn.catch(() => {});
    if (signal === undefined) return turn;
    return new Promise((resolve, reject) => {
      const giveUp = (): void => reject(aborted(what, signal));
      signal.addEventListener('abort', giveUp, { once: true });
      turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    });
  }

  /** Resolves when nothing is running or waiting. */
  async idle(): Promise<void> {
    await this.tail;
  }
}

/** The error of work that a signal ended; its cause is the signal's reason. */
export function aborted(what: string, signal: AbortSignal): AbortedError {
  return new AbortedError(what, { cause: signal.reason });
}
