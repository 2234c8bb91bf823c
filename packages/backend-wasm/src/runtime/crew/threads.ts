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

/** Works out the number of threads. @param wanted all processors, 8 at most, unless given */
export function threadsFor(wanted: number | undefined): Threads {
  const count = Math.max(1, Math.floor(wanted ?? Math.min(processors(), most)));
  if (count === 1) return { count, reason: undefined };
  const reason = missingForThreads();
  return reason === undefined ? { count, reason } : { count: 1, reason };
}

function missingForThreads(): string | undefined {
  if (typeof SharedArrayBuffer === 'undefined') {
    return 'the page is not cross-origin isolated, so there is no shared memory';
  }
  const hasWorkers =
    builtinModule('node:worker_threads') !== undefined || typeof Worker !== 'undefined';
  return hasWorkers ? undefined : 'this engine has no workers';
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
