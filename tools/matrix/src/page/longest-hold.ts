/** How an action treated the thread it ran on. */
export interface Hold {
  /** Milliseconds from its start to its end. */
  readonly total: number;
  /** The longest stretch, in milliseconds, in which nothing else got a turn. */
  readonly longest: number;
}

/**
 * Measures for how long an action keeps everything else on its thread waiting. Messages are sent
 * in a ring meanwhile; each gets its turn as soon as the thread is free.
 */
export async function longestHold(action: () => Promise<unknown>): Promise<Hold> {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  const turn = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  port1.addEventListener('message', () => {
    turn();
    port2.postMessage(undefined);
  });
  port1.start();
  port2.postMessage(undefined);
  const started = performance.now();
  await action();
  turn();
  port1.close();
  return { total: performance.now() - started, longest };
}
