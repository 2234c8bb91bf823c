import type { Backend, BackendProvider, Executable } from '../backend/contract.js';
import {
  AbortedError,
  BackendUnavailableError,
  DisposedError,
  UnsupportedOpError,
} from '../errors/errors.js';
import type { Graph } from '../graph/graph.js';
import { foldConstants } from '../passes/fold-constants.js';
import { legalise } from '../passes/legalise.js';
import { defaultPasses, optimise } from '../passes/optimise.js';
import type { Pass } from '../passes/pass.js';
import { checkInputs } from './check-inputs.js';
import { placeOn } from './placement.js';
import type { Considered, Session } from './session.js';

export interface SessionOptions {
  /** Engines in order of preference; the first that is there and can run the whole graph takes it. */
  readonly backends: readonly BackendProvider[];
  /**
   * Whether nodes that a backend lacks may run on the next one. Only `'forbid'`, the default, is
   * there yet: a backend takes the graph whole or not at all.
   */
  readonly fallback?: 'forbid';
  /** Passes to run first; the default ones unless given, none for `[]`. */
  readonly passes?: readonly Pass[];
  /** Verifies the graph after each pass; false unless given. */
  readonly verify?: boolean;
  readonly signal?: AbortSignal;
  /** Told what is being done and, for compiling, how much of it, from 0 to 1. */
  readonly onProgress?: (phase: 'optimise' | 'compile', done: number) => void;
}

/**
 * Optimises a graph and compiles it on the first backend that can run all of it.
 *
 * @throws BackendUnavailableError when no provider is there, with each one's reason
 * @throws UnsupportedOpError when providers are there but none can run every node
 * @throws AbortedError when the signal ends it
 */
export async function createSession(graph: Graph, options: SessionOptions): Promise<Session> {
  const considered: Considered[] = [];
  let unsupported: UnsupportedOpError | undefined;
  for (const provider of options.backends) {
    throwIfAborted(options.signal);
    const probe = await provider.probe();
    if (!probe.available) {
      considered.push({ backend: provider.name, chosen: false, reason: probe.reason });
      continue;
    }
    const backend = await provider.create();
    try {
      const chosen = { backend: provider.name, chosen: true, reason: '' };
      return await compileOn(backend, graph, options, [...considered, chosen]);
    } catch (error) {
      await backend[Symbol.asyncDispose]();
      if (!(error instanceof UnsupportedOpError)) throw error;
      unsupported = error;
      considered.push({ backend: provider.name, chosen: false, reason: lacks(error) });
    }
  }
  throw unsupported === undefined
    ? noneAvailable(considered)
    : noneSupports(considered, unsupported);
}

async function compileOn(
  backend: Backend,
  graph: Graph,
  options: SessionOptions,
  considered: readonly Considered[],
): Promise<Session> {
  const { passes = defaultPasses, verify = false, signal, onProgress } = options;
  const started = performance.now();
  const optimised = await optimise(graph, {
    passes,
    verify,
    backend,
    onPass: (pass) => onProgress?.('optimise', (passes.indexOf(pass) + 1) / passes.length),
  });
  const { graph: legal, origins } = legalise(optimised, backend);
  // Decomposing may leave work on weights alone, such as the reshape of a filter.
  const compiled = passes.length === 0 ? legal : await foldConstants.run(legal, { backend });
  throwIfAborted(signal);
  const compileStarted = performance.now();
  const executable = await backend.compile(compiled, {
    ...(signal === undefined ? {} : { signal }),
    onProgress: (done) => onProgress?.('compile', done),
  });
  const timing = {
    optimise: compileStarted - started,
    compile: performance.now() - compileStarted,
  };
  return {
    graph,
    compiled,
    placement: placeOn(backend, executable, compiled, origins),
    considered,
    timing,
    ...runner(graph, backend, executable),
  };
}

type Runner = Pick<Session, 'run' | 'runOnDevice' | 'memory' | typeof Symbol.asyncDispose>;

function runner(graph: Graph, backend: Backend, executable: Executable): Runner {
  let disposed = false;
  const ready = (signal: AbortSignal | undefined): void => {
    if (disposed) throw new DisposedError(`the session of graph '${graph.name}'`);
    throwIfAborted(signal);
  };
  return {
    async run(inputs, runOptions = {}) {
      ready(runOptions.signal);
      checkInputs(graph, inputs);
      return executable.run(inputs, runOptions);
    },
    async runOnDevice(inputs, runOptions = {}) {
      ready(runOptions.signal);
      checkInputs(graph, inputs);
      return executable.runOnDevice(inputs, runOptions);
    },
    memory: () => executable.memory(),
    async [Symbol.asyncDispose]() {
      if (disposed) return;
      disposed = true;
      await executable[Symbol.asyncDispose]();
      await backend[Symbol.asyncDispose]();
    },
  };
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AbortedError('the session', { cause: signal.reason });
}

function lacks({ nodes }: UnsupportedOpError): string {
  const ops = new Set(nodes.map(({ op }) => op));
  return `it cannot run ${nodes.length} nodes (${[...ops].join(', ')})`;
}

function reasons(considered: readonly Considered[]): string {
  return considered.map(({ backend, reason }) => `\n  ${backend}: ${reason}`).join('');
}

function noneAvailable(considered: readonly Considered[]): BackendUnavailableError {
  const tried = considered.length === 0 ? 'no backend was given' : 'no backend is available';
  return new BackendUnavailableError(`${tried}${reasons(considered)}`, {
    hint: 'add a provider that runs anywhere, such as one in plain JavaScript',
  });
}

function noneSupports(
  considered: readonly Considered[],
  last: UnsupportedOpError,
): UnsupportedOpError {
  if (considered.length === 1) return last;
  return new UnsupportedOpError(
    `no backend can run the whole graph${reasons(considered)}`,
    last.nodes,
  );
}
