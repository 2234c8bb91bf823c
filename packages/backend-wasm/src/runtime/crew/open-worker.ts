import type { FromWorker, ToWorker } from './messages.js';
import { workerSource } from './worker-source.js';

/** A thread of the engine, the same in Node and in browsers. */
export interface WorkerThread {
  post(message: ToWorker): void;
  end(): void;
}

/** What a worker tells. */
export interface WorkerEvents {
  onMessage(message: FromWorker): void;
  /** The worker has ended or will never start. */
  onEnd(reason: string): void;
}

interface NodeWorker {
  postMessage(message: unknown): void;
  on(event: string, listener: (value: unknown) => void): void;
  terminate(): Promise<number>;
  unref(): void;
}

interface NodeThreads {
  readonly Worker: new (source: string, options: { readonly eval: boolean }) => NodeWorker;
}

interface NodeProcess {
  getBuiltinModule?(name: string): unknown;
}

/** A module of Node, or undefined elsewhere; without an import, so that bundles run in browsers. */
export function builtinModule(name: string): unknown {
  const { process } = globalThis as { readonly process?: NodeProcess };
  return process?.getBuiltinModule?.(name);
}

/**
 * Starts a worker.
 *
 * @throws Error when the engine refuses
 */
export function openWorker(events: WorkerEvents): WorkerThread {
  const threads = builtinModule('node:worker_threads') as NodeThreads | undefined;
  return threads === undefined ? openWebWorker(events) : openNodeWorker(threads, events);
}

function openNodeWorker({ Worker }: NodeThreads, events: WorkerEvents): WorkerThread {
  const worker = new Worker(workerSource, { eval: true });
  worker.on('message', (message) => events.onMessage(message as FromWorker));
  worker.on('error', (error) => events.onEnd(String(error)));
  worker.on('exit', (code) => events.onEnd(`it exited with code ${String(code)}`));
  // A process that has nothing else to do may end. Listening for messages undoes an earlier unref.
  worker.unref();
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    post: (message) => worker.postMessage(message),
    end: () => void worker.terminate(),
  };
}

function openWebWorker(events: WorkerEvents): WorkerThread {
  const url = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.addEventListener('message', ({ data }) => {
    if ((data as FromWorker).kind === 'ready') URL.revokeObjectURL(url);
    events.onMessage(data as FromWorker);
  });
  worker.addEventListener('error', ({ message }) => {
    events.onEnd(message || 'the page does not allow workers from blob: URLs');
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    post: (message) => worker.postMessage(message),
    end: () => worker.terminate(),
  };
}
