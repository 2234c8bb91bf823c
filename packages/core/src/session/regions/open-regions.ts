import type { Backend, BackendProvider } from '../../backend/contract.js';
import { UnsupportedOpError } from '../../errors/errors.js';
import { type Graph, type Node, operandsOf } from '../../graph/graph.js';
import { subgraph } from '../../graph/subgraph.js';
import { type Engine, throwIfAborted } from '../engine.js';
import { isPassedOver, openBackend, reasonOf } from '../open-engine.js';
import type { Considered } from '../session.js';
import type { SessionOptions } from '../session-options.js';
import { absorbRegions } from './absorb-regions.js';
import { assignHomes, type Homes } from './assign-homes.js';
import { compileRegion } from './compiled-region.js';
import type { Region } from './form-regions.js';
import { placeRegions } from './place-regions.js';
import { RegionExecutable, type RegionStep } from './region-executable.js';
import { outweighsCopies } from './region-worth.js';
import { reportFallback } from './report-fallback.js';

/** Backends that together can run a graph. */
interface Team {
  readonly backends: readonly Backend[];
  readonly homes: Homes;
  readonly considered: readonly Considered[];
}

/**
 * Spreads a graph over the first backend and as many of the others as it takes.
 *
 * @param lead stays with the caller if this throws
 */
export async function openRegions(
  lead: Backend,
  others: readonly BackendProvider[],
  graph: Graph,
  options: SessionOptions,
): Promise<Omit<Engine, 'timing'>> {
  const team = await assemble(lead, others, graph, options.signal);
  try {
    const engine = await openTeam(team, options);
    reportFallback(engine, options);
    return engine;
  } catch (error) {
    await disposeAll(team.backends.slice(1));
    throw error;
  }
}

async function assemble(
  lead: Backend,
  others: readonly BackendProvider[],
  graph: Graph,
  signal: AbortSignal | undefined,
): Promise<Team> {
  const backends = [lead];
  const considered: Considered[] = [];
  let lacking: unknown;
  try {
    for (const provider of others) {
      throwIfAborted(signal);
      try {
        backends.push(await openBackend(provider));
        return { backends, considered, homes: assignHomes(graph, backends) };
      } catch (error) {
        if (!isPassedOver(error)) throw error;
        lacking = error instanceof UnsupportedOpError ? error : (lacking ?? error);
        if (error instanceof UnsupportedOpError) continue;
        considered.push({ backend: provider.name, chosen: false, reason: reasonOf(error) });
      }
    }
    // Says what the lead lacks, also where no other backend is there.
    return { backends, considered, homes: assignHomes(graph, backends) };
  } catch (error) {
    await disposeAll(backends.slice(1));
    throw error;
  }
}

async function openTeam(
  { backends, homes, considered }: Team,
  options: SessionOptions,
): Promise<Omit<Engine, 'timing'>> {
  const { graph, able } = homes;
  const { regions, moved } = absorbRegions(graph, able, options.worthCopying ?? outweighsCopies);
  const steps: RegionStep[] = [];
  for (const [index, region] of regions.entries()) {
    steps.push(await compileStep(graph, regions, index, backends[region.home]!, options));
  }
  const executable = new RegionExecutable(graph, steps);
  const nodes = new Map(backends.map((_, home) => [home, 0]));
  for (const { home, nodes: own } of regions) nodes.set(home, nodes.get(home)! + own.length);
  return {
    backend: backends[0]!.name,
    compiled: graph,
    placement: placeRegions(homes, regions, steps, moved, backends),
    considered: [
      ...backends.map(({ name }, home) => ({
        backend: name,
        chosen: nodes.get(home)! > 0,
        reason: shareOf(home, nodes.get(home)!, able),
      })),
      ...considered,
    ],
    executable,
    async [Symbol.asyncDispose]() {
      await executable[Symbol.asyncDispose]();
      await disposeAll(backends);
    },
  };
}

function shareOf(home: number, nodes: number, able: Homes['able']): string {
  if (nodes > 0) return home === 0 ? '' : `takes ${nodes} of ${able.size} nodes`;
  const runsSome = [...able.values()].some((homes) => homes.includes(home));
  return runsSome ? 'nothing it can run is worth its copies' : 'it can run none of the nodes';
}

async function compileStep(
  graph: Graph,
  regions: readonly Region[],
  index: number,
  backend: Backend,
  options: SessionOptions,
): Promise<RegionStep> {
  const { home, nodes } = regions[index]!;
  const later = regions.slice(index + 1);
  const readBy = (some: readonly Region[]): ReadonlySet<string> =>
    new Set(some.flatMap((region) => region.nodes).flatMap(operandsOf));
  const [wanted, atHome] = [readBy(later), readBy(later.filter((region) => region.home === home))];
  const handedOut = new Set(graph.outputs.map(({ value }) => value));
  const made = nodes.flatMap((node: Node) => node.outputs);
  const outputs = made.filter((name) => wanted.has(name) || handedOut.has(name));
  const part = subgraph(graph, nodes, outputs);
  const onProgress = options.onProgress;
  const region = await compileRegion(backend, part, {
    ...options,
    ...(onProgress && {
      onProgress: (phase, done) => onProgress(phase, (index + done) / regions.length),
    }),
  });
  return {
    region,
    home,
    inputs: part.inputs,
    staysOnDevice: outputs.some((name) => atHome.has(name)),
  };
}

async function disposeAll(backends: readonly Backend[]): Promise<void> {
  for (const backend of backends) await backend[Symbol.asyncDispose]();
}
