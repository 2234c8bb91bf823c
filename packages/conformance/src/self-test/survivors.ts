import type { Case } from '../case/case.js';
import { allCases } from '../case/suite.js';
import { prepare, type Prepared } from '../runner/prepare.js';
import { runCase } from '../runner/run-case.js';
import { isPass } from '../runner/verdict.js';
import { tolerancePolicy } from '../tolerance/policy.js';
import type { Mutant } from './mutant.js';
import { referenceProvider } from './reference-backend.js';

/** How the suite fared against one mutant. */
export interface Hunt {
  readonly mutant: string;
  /** The first case that failed, with its reason; undefined for a survivor. */
  readonly caughtBy: { readonly id: string; readonly reason: string } | undefined;
}

/** Runs the suite against every mutant, each until a case fails. */
export async function hunt(
  mutants: readonly Mutant[],
  cases: readonly Case[] = allCases(),
): Promise<readonly Hunt[]> {
  const kept = new Map<string, Prepared>();
  const hunts: Hunt[] = [];
  for (const mutant of mutants) hunts.push(await huntOne(mutant, cases, kept));
  return hunts;
}

async function huntOne(
  { name, cases: where, options }: Mutant,
  cases: readonly Case[],
  kept: Map<string, Prepared>,
): Promise<Hunt> {
  const policy = tolerancePolicy('cpu');
  const provider = referenceProvider(options);
  await using backend = await provider.create();
  const looked = cases.filter(({ id }) => where.some((start) => id.startsWith(start)));
  for (const one of looked) {
    const result = await runCase(one, {
      provider,
      backend,
      policy,
      prepare: (given) => {
        const known = kept.get(given.id) ?? prepare(given, policy);
        kept.set(given.id, known);
        return known;
      },
    });
    if (!isPass(result.verdict) && result.verdict !== 'unsupported') {
      return { mutant: name, caughtBy: { id: one.id, reason: result.reason ?? '' } };
    }
  }
  return { mutant: name, caughtBy: undefined };
}
