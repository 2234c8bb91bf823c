import type { BackendProvider } from '../../backend/contract.js';
import type { Graph } from '../../graph/graph.js';
import type { Engine } from '../engine.js';
import { openFirst } from '../open-engine.js';
import type { Considered } from '../session.js';
import type { SessionOptions } from '../session-options.js';
import { defaultStore } from './default-store.js';
import { type Candidate, measurementKey } from './measurement-key.js';
import { recall, remember, type Times } from './measurements.js';
import { race } from './race.js';

/** Opens the engine that was fastest when it was measured, now or at an earlier time. */
export async function openFastest(graph: Graph, options: SessionOptions): Promise<Engine> {
  const { backends, measure } = options;
  const candidates = await findCandidates(backends);
  const store = measure?.store === undefined ? defaultStore() : measure.store;
  const key = measurementKey(graph, candidates, options);
  const known = store === null ? undefined : await recall(store, key);
  if (known !== undefined) return openRemembered(graph, known, options);

  const { fastest, turns } = await race(graph, backends, options);
  const times = new Map<string, number>(
    turns.flatMap(({ backend, milliseconds: ms }) =>
      ms === undefined ? [] : [[backend, ms] as const],
    ),
  );
  // An engine that had no time may be the fastest: such an answer is not worth remembering.
  if (store !== null && candidates.every(({ provider }) => times.has(provider.name))) {
    await remember(store, key, times);
  }
  // Where none answered in time, the caller's order is as good as anything.
  const engine = fastest ?? (await openFirst(graph, backends, options));
  return { ...engine, considered: explain(backends, engine.considered, turns, times) };
}

async function findCandidates(backends: readonly BackendProvider[]): Promise<Candidate[]> {
  const probes = backends.map(async (provider) => ({ provider, probe: await provider.probe() }));
  return (await Promise.all(probes)).filter((one): one is Candidate => one.probe.available);
}

/** Fastest first, then those without a time in the caller's order. */
async function openRemembered(
  graph: Graph,
  times: Times,
  options: SessionOptions,
): Promise<Engine> {
  const time = ({ name }: BackendProvider): number => times.get(name) ?? Infinity;
  const ordered = options.backends.toSorted((a, b) => time(a) - time(b) || 0);
  const engine = await openFirst(graph, ordered, options);
  return { ...engine, considered: explain(options.backends, engine.considered, [], times) };
}

/** Every provider in the caller's order, with its time and why it was not taken. */
function explain(
  backends: readonly BackendProvider[],
  opened: readonly Considered[],
  turns: readonly Considered[],
  times: Times,
): readonly Considered[] {
  const best = Math.min(...times.values());
  return backends.map(({ name }) => {
    const turn = [...opened, ...turns].find(({ backend }) => backend === name);
    const ms = times.get(name);
    const timed = { ...turn, ...(ms !== undefined && { milliseconds: ms }) };
    if (turn?.chosen) return { ...turn, ...timed };
    const slower =
      ms === undefined
        ? 'it was not tried'
        : `${ms.toFixed(2)} ms a run, the best ${best.toFixed(2)}`;
    return { ...timed, backend: name, chosen: false, reason: turn?.reason || slower };
  });
}
