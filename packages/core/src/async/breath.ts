/**
 * Gives the event loop a turn now and then, so that long work on one thread does not freeze a page.
 *
 * @example
 * ```ts
 * import { Breath } from '@separable/core';
 * const breath = new Breath();
 * let sum = 0;
 * for (let i = 0; i < 1000; i++) {
 *   if (breath.due) await breath.take();
 *   sum += i;
 * }
 * console.log(sum); // 499500
 * ```
 */
export class Breath {
  private readonly limit: number;
  private last = -Infinity;

  /** @param limit milliseconds that code may hold the thread before it lets others run; 40 */
  constructor(limit = 40) {
    this.limit = limit;
  }

  /** Whether the thread has been held for too long. */
  get due(): boolean {
    return performance.now() - this.last > this.limit;
  }

  /** Waits for one turn of the event loop: input is handled, frames are drawn, signals arrive. */
  async take(): Promise<void> {
    await turn();
    this.last = performance.now();
  }
}

function turn(): Promise<void> {
  // Not in the DOM's types: Node, Deno and Bun have it, browsers do not.
  const { setImmediate } = globalThis as { setImmediate?: (resume: () => void) => void };
  return new Promise((resolve) => {
    if (setImmediate !== undefined) {
      setImmediate(resolve);
      return;
    }
    // Timers of browsers wait for at least 4 ms when nested; messages do not.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
