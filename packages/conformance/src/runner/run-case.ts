import {
  type Backend,
  type BackendProvider,
  legalise,
  placeOn,
  type Placement,
  tensorEquals,
  type TensorMap,
  UnsupportedOpError,
} from '@separable/core';
import type { Case, ComputeCase, ScenarioCase } from '../case/case.js';
import { compareOutputs } from '../compare/compare-outputs.js';
import { copyOf, demandRejection, errorText } from '../case/demand.js';
import type { Policy } from '../tolerance/policy.js';
import { makeBench } from './bench.js';
import { prepare, type Prepared } from './prepare.js';
import { type CaseResult, isPass, type Verdict } from './verdict.js';
import { within } from './within.js';

/** What cases run against. */
export interface Engine {
  readonly provider: BackendProvider;
  readonly backend: Backend;
  readonly policy: Policy;
  /** Milliseconds a case may take; 20,000 unless given. */
  readonly timeout?: number;
  /** Builds and evaluates a case; for callers who keep what was prepared. */
  readonly prepare?: (given: ComputeCase, policy: Policy) => Prepared;
}

type Outcome = Omit<CaseResult, 'id' | 'group' | 'tags' | 'milliseconds'>;

/** Runs one case. Never rejects: whatever goes wrong is in the result. */
export async function runCase(given: Case, engine: Engine): Promise<CaseResult> {
  const started = performance.now();
  const { id, group, tags } = given;
  const outcome = await within(engine.timeout ?? 20_000, outcomeOf(given, engine)).catch(
    (error: unknown): Outcome => ({ verdict: 'failed', reason: errorText(error) }),
  );
  return { id, group, tags, ...outcome, milliseconds: performance.now() - started };
}

async function outcomeOf(given: Case, engine: Engine): Promise<Outcome> {
  try {
    return given.kind === 'compute' ? await compute(given, engine) : await observe(given, engine);
  } catch (error) {
    // Only a declaration made before compiling counts; compile and run may not find out later.
    if (error instanceof DeclaredUnsupported)
      return { verdict: 'unsupported', reason: error.message };
    throw error;
  }
}

class DeclaredUnsupported extends Error {}

/** Legalises, so that what a backend declares is told apart from what it finds out too late. */
function legalFor(backend: Backend, graph: Prepared['graph']): ReturnType<typeof legalise> {
  try {
    return legalise(graph, backend);
  } catch (error) {
    if (!(error instanceof UnsupportedOpError)) throw error;
    const silent = error.nodes.find(({ reason }) => reason.trim() === '');
    if (silent !== undefined) {
      throw new Error(`support() refuses '${silent.op}' without a reason`, { cause: error });
    }
    const reasons = error.nodes.map(({ op, reason }) => `${op}: ${reason}`);
    throw new DeclaredUnsupported([...new Set(reasons)].join('; '), { cause: error });
  }
}

async function compute(given: ComputeCase, engine: Engine): Promise<Outcome> {
  const { graph, inputs, exact } = (engine.prepare ?? prepare)(given, engine.policy);
  const legal = legalFor(engine.backend, graph);
  const executable = await engine.backend.compile(legal.graph);
  try {
    const placement = placeOn(engine.backend, executable, legal.graph, legal.origins);
    if (given.rejects !== undefined) {
      await demandRejection(() => executable.run(inputs), given.rejects);
      return { verdict: verdictOf(placement) };
    }
    const kept = copyOf(inputs);
    const got = await executable.run(inputs);
    const { problems, elements, ambiguous, worst } = compareOutputs(got, exact!, given.signedZero);
    const all = [...problems, ...changed(inputs, kept)];
    const measured = { worst: Number.isFinite(worst) ? worst : null, elements, ambiguous };
    if (all.length > 0) return { verdict: 'failed', reason: all.join('; '), ...measured };
    const verdict = verdictOf(placement);
    const reason = isPass(verdict) ? {} : { reason: 'some nodes ran on another backend' };
    return { verdict, ...reason, ...measured };
  } finally {
    await executable[Symbol.asyncDispose]();
  }
}

async function observe(
  given: ScenarioCase,
  { provider, backend, policy }: Engine,
): Promise<Outcome> {
  const bench = makeBench(provider, backend, policy, (graph) => legalFor(backend, graph));
  try {
    await given.scenario(bench);
  } finally {
    await bench.close();
  }
  return { verdict: bench.decomposed() ? 'decomposed' : 'native' };
}

/** The verdict of a run whose results are right. */
export function verdictOf({ nodes }: Placement): Verdict {
  if (nodes.some(({ mode }) => mode === 'fallback')) return 'fallback';
  return nodes.some(({ mode }) => mode === 'decomposed') ? 'decomposed' : 'native';
}

function changed(inputs: TensorMap, kept: TensorMap): readonly string[] {
  return Object.entries(kept)
    .filter(([name, before]) => !tensorEquals(inputs[name]!, before))
    .map(([name]) => `the run changed its input '${name}'`);
}
