import type { Backend, Executable } from '../backend/contract.js';
import { AbortedError } from '../errors/errors.js';
import type { Graph } from '../graph/graph.js';
import { foldConstants } from '../passes/fold-constants.js';
import { legalise } from '../passes/legalise.js';
import { defaultPasses, optimise } from '../passes/optimise.js';
import { type Placement, placeOn } from './placement.js';
import type { SessionOptions } from './session-options.js';
import type { Considered, SessionTiming } from './session.js';

/** A graph compiled and ready, on one backend or spread over several. */
export interface Engine extends AsyncDisposable {
  /** The name of the backend that was asked first. */
  readonly backend: string;
  readonly compiled: Graph;
  readonly placement: Placement;
  readonly timing: SessionTiming;
  readonly considered: readonly Considered[];
  readonly executable: Executable;
}

/** The graph after the passes, with constants folded on `backend`. */
export function optimiseFor(
  backend: Backend,
  graph: Graph,
  { passes = defaultPasses, verify = false, signal, onProgress }: SessionOptions,
): Promise<Graph> {
  return optimise(graph, {
    passes,
    verify,
    backend,
    onPass: (pass) => {
      throwIfAborted(signal);
      onProgress?.('optimise', (passes.indexOf(pass) + 1) / passes.length);
    },
  });
}

/** Decomposes what the backend lacks and compiles; the caller keeps the backend. */
export async function compileOn(
  backend: Backend,
  optimised: Graph,
  { passes = defaultPasses, signal, onProgress }: SessionOptions,
): Promise<Pick<Engine, 'compiled' | 'placement' | 'executable'>> {
  const { graph: legal, origins } = legalise(optimised, backend);
  // Decomposing may leave work on weights alone, such as the reshape of a filter.
  const compiled = passes.length === 0 ? legal : await foldConstants.run(legal, { backend });
  throwIfAborted(signal);
  const executable = await backend.compile(compiled, {
    ...(signal && { signal }),
    onProgress: (done) => onProgress?.('compile', done),
  });
  return { compiled, executable, placement: placeOn(backend, executable, compiled, origins) };
}

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AbortedError('the session', { cause: signal.reason });
}
