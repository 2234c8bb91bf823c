import type { BackendProvider, TensorMap } from '../../backend/contract.js';
import { AbortedError } from '../../errors/errors.js';
import type { Graph } from '../../graph/graph.js';
import type { Engine } from '../engine.js';
import { isPassedOver, openEngine, reasonOf } from '../open-engine.js';
import { sampleInputs } from '../sample-inputs.js';
import type { Considered } from '../session.js';
import type { SessionOptions } from '../session-options.js';
import { timeRuns } from './time-runs.js';

const defaultBudget = 3000;

/** How the providers did; no engine when none answered in time. */
export interface Race {
  readonly fastest: Engine | undefined;
  readonly turns: readonly Considered[];
}

/**
 * Opens and times every provider in order and keeps the fastest; a slower engine is disposed of before
 * the next opens. Each may take an equal share of what is left of the budget.
 */
export async function race(
  graph: Graph,
  providers: readonly BackendProvider[],
  options: SessionOptions,
): Promise<Race> {
  const inputs = sampleInputs(graph, options.measure?.shapes);
  const end = performance.now() + (options.measure?.budget ?? defaultBudget);
  const turns: Considered[] = [];
  let fastest: Engine | undefined;
  let least = Infinity;
  try {
    for (const [index, provider] of providers.entries()) {
      options.onProgress?.('measure', index / providers.length);
      const share = Math.max(0, end - performance.now()) / (providers.length - index);
      const helpers = providers.filter((other) => other !== provider);
      const turn = await takeTurn(graph, provider, helpers, inputs, Math.ceil(share), options);
      if (turn.engine === undefined) {
        turns.push({ backend: provider.name, chosen: false, reason: turn.reason });
        continue;
      }
      const { engine, milliseconds } = turn;
      turns.push({ backend: provider.name, chosen: false, reason: '', milliseconds });
      const loser = milliseconds < least ? fastest : engine;
      if (loser === fastest) [fastest, least] = [engine, milliseconds];
      await loser?.[Symbol.asyncDispose]();
    }
  } catch (error) {
    await fastest?.[Symbol.asyncDispose]();
    throw error;
  }
  options.onProgress?.('measure', 1);
  return { fastest, turns };
}

type Turn =
  | { readonly engine: Engine; readonly milliseconds: number }
  | { readonly engine?: undefined; readonly reason: string };

async function takeTurn(
  graph: Graph,
  provider: BackendProvider,
  helpers: readonly BackendProvider[],
  inputs: TensorMap,
  share: number,
  options: SessionOptions,
): Promise<Turn> {
  const deadline = performance.now() + share;
  const late = AbortSignal.timeout(share);
  const signal = options.signal === undefined ? late : AbortSignal.any([late, options.signal]);
  let engine: Engine | undefined;
  try {
    engine = await openEngine(graph, [provider, ...helpers], { ...options, signal });
    const milliseconds = await timeRuns(engine.executable, inputs, deadline, signal);
    return { engine, milliseconds };
  } catch (error) {
    await engine?.[Symbol.asyncDispose]();
    if (options.signal?.aborted) throw error;
    if (error instanceof AbortedError) return { reason: `it did not answer within ${share} ms` };
    if (isPassedOver(error)) return { reason: reasonOf(error) };
    throw error;
  }
}
