import { crew } from './crew.js';
import { builtinModule } from './open-worker.js';

/** How many threads may run, and why not more. */
export interface Threads {
  readonly count: number;
  /** Why there is one, if something is missing for more. */
  readonly reason: string | undefined;
}

interface OperatingSystem {
  availableParallelism?(): number;
}

/** Threads beyond this wait for memory more than they compute. */
const most = 8;

/** Processors this process or page may use, as far as it is told. */
function processors(): number {
  const os = builtinModule('node:os') as OperatingSystem | undefined;
  return os?.availableParallelism?.() ?? globalThis.navigator?.hardwareConcurrency ?? 1;
}

/**
 * Works out the number of threads.
 *
 * @param wanted all processors, 8 at most, unless given
 */
export async function threadsFor(wanted: number | undefined): Promise<Threads> {
  const count = Math.max(1, Math.floor(wanted ?? Math.min(processors(), most)));
  const reason = count === 1 ? undefined : await missingForThreads();
  return { count: reason === undefined ? count : 1, reason };
}

async function missingForThreads(): Promise<string | undefined> {
  if (typeof SharedArrayBuffer === 'undefined') {
    return 'the page is not cross-origin isolated, so there is no shared memory';
  }
  if (builtinModule('node:worker_threads') !== undefined) return undefined;
  if (typeof Worker === 'undefined') return 'this engine has no workers';
  // Whether a policy allows them, only a try tells.
  return crew.refuses();
}

/** Whether this thread may wait: the main thread of a page may not. */
export function mayBlockHere(): boolean {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0);
    return true;
  } catch {
    return false;
  }
}
