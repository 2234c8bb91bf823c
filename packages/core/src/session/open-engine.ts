import type { Backend, BackendProvider } from '../backend/contract.js';
import { BackendUnavailableError, ExecutionError, UnsupportedOpError } from '../errors/errors.js';
import type { SeparableError } from '../errors/separable-error.js';
import type { Graph } from '../graph/graph.js';
import { compileOn, type Engine, optimiseFor, throwIfAborted } from './engine.js';
import { sampleInputs } from './sample-inputs.js';
import type { SessionOptions } from './session-options.js';
import type { Considered } from './session.js';

/**
 * Opens the first provider that is there and takes the graph. Under a `fallback` that is not
 * `'forbid'` a later provider may take what an earlier one lacks.
 *
 * A provider that is not there, lacks an op, or fails while it is created or compiles is passed over,
 * with its reason. Any other error means that the graph or the code is wrong; the next engine would
 * only hide it, so it is thrown.
 *
 * @param helpers providers that may only help out, not take the lead
 */
export async function openFirst(
  graph: Graph,
  providers: readonly BackendProvider[],
  options: SessionOptions,
  helpers: readonly BackendProvider[] = [],
): Promise<Engine> {
  const considered: Considered[] = [];
  const errors: SeparableError[] = [];
  for (const [index, provider] of providers.entries()) {
    throwIfAborted(options.signal);
    try {
      const engine = await openEngine(graph, [...providers.slice(index), ...helpers], options);
      return { ...engine, considered: [...considered, ...engine.considered] };
    } catch (error) {
      if (!isPassedOver(error)) throw error;
      errors.push(error);
      considered.push({ backend: provider.name, chosen: false, reason: reasonOf(error) });
    }
  }
  throw noneLeft(considered, errors);
}

/** Opens the first of the providers; the others may help it out where fallback is allowed. */
export async function openEngine(
  graph: Graph,
  [provider, ...others]: readonly BackendProvider[],
  options: SessionOptions,
): Promise<Engine> {
  const backend = await openBackend(provider!);
  try {
    const started = performance.now();
    const optimised = await optimiseFor(backend, graph, options);
    const compiling = performance.now();
    const timing = (): Engine['timing'] => ({
      optimise: compiling - started,
      compile: performance.now() - compiling,
    });
    try {
      const whole = await compileOn(backend, optimised, options);
      return {
        ...whole,
        backend: backend.name,
        timing: timing(),
        considered: [{ backend: provider!.name, chosen: true, reason: '' }],
        async [Symbol.asyncDispose]() {
          await whole.executable[Symbol.asyncDispose]();
          await backend[Symbol.asyncDispose]();
        },
      };
    } catch (error) {
      const forbidden = options.fallback === undefined || options.fallback === 'forbid';
      if (forbidden || others.length === 0 || !(error instanceof UnsupportedOpError)) throw error;
      // Loaded when it is needed: most sessions run whole on one backend.
      const { openRegions } = await import('./regions/open-regions.js');
      const engine = await openRegions(backend, others, optimised, options);
      return { ...engine, timing: timing() };
    }
  } catch (error) {
    await backend[Symbol.asyncDispose]();
    throw error;
  }
}

/** {@link openFirst}, and a run on sample inputs where the options ask for one. */
export function openWarm(
  graph: Graph,
  providers: readonly BackendProvider[],
  options: SessionOptions,
  helpers: readonly BackendProvider[] = [],
): Promise<Engine> {
  return warmUpEngine(graph, options, () => openFirst(graph, providers, options, helpers));
}

/** Opens an engine and runs it on sample inputs where the options ask for it. */
export async function warmUpEngine(
  graph: Graph,
  { warmUp: shapes, signal, onProgress }: SessionOptions,
  open: () => Promise<Engine>,
): Promise<Engine> {
  const inputs = shapes && sampleInputs(graph, shapes === true ? {} : shapes);
  const engine = await open();
  if (inputs === undefined) return engine;
  try {
    onProgress?.('warm-up', 0);
    await engine.executable.run(inputs, { ...(signal && { signal }) });
    throwIfAborted(signal);
    onProgress?.('warm-up', 1);
    return engine;
  } catch (error) {
    await engine[Symbol.asyncDispose]();
    throw error;
  }
}

/**
 * Takes the device of a provider.
 *
 * @throws BackendUnavailableError with the reason the probe gave
 */
export async function openBackend(provider: BackendProvider): Promise<Backend> {
  const probe = await provider.probe();
  if (!probe.available) throw new BackendUnavailableError(probe.reason);
  return provider.create();
}

/** Whether an error speaks of one provider alone, so that the next one may have its turn. */
export function isPassedOver(error: unknown): error is SeparableError {
  return (
    error instanceof BackendUnavailableError ||
    error instanceof UnsupportedOpError ||
    error instanceof ExecutionError
  );
}

/** Why a provider was passed over, in one line. */
export function reasonOf(error: SeparableError): string {
  if (!(error instanceof UnsupportedOpError)) return error.message.split('\n')[0]!;
  const ops = new Set(error.nodes.map(({ op }) => op));
  const { length } = error.nodes;
  return `it cannot run ${length === 1 ? '1 node' : `${length} nodes`} (${[...ops].join(', ')})`;
}

/** What to throw when no provider took the graph. */
export function noneLeft(
  considered: readonly Considered[],
  errors: readonly SeparableError[],
): SeparableError {
  const last = errors.at(-1);
  if (errors.length === 1 && !(last instanceof BackendUnavailableError)) return last!;
  const reasons = considered.map(({ backend, reason }) => `\n  ${backend}: ${reason}`).join('');
  const unsupported = errors.findLast((error) => error instanceof UnsupportedOpError);
  if (unsupported instanceof UnsupportedOpError) {
    const message = `no backend can run the whole graph${reasons}`;
    return new UnsupportedOpError(message, unsupported.nodes, { cause: last });
  }
  const tried = errors.length === 0 ? 'no backend was given' : 'no backend is available';
  return new BackendUnavailableError(`${tried}${reasons}`, {
    hint: 'add a provider that runs anywhere, such as one in plain JavaScript',
    cause: last,
  });
}
