import type { DeviceClass } from '../tolerance/policy.js';
import { type CaseResult, type Verdict, verdicts } from '../runner/verdict.js';

/** Version of the report's form; it changes when a reader of the JSON would have to. */
export const reportSchema = 'separable-conformance/1' as const;

/** How many cases came out how. */
export type Counts = Readonly<Record<Verdict, number>>;

/** One line of the table. */
export interface GroupSummary {
  readonly group: string;
  readonly cases: number;
  readonly counts: Counts;
  /** Largest error over bound of the group's cases; null when some error was infinitely over. */
  readonly worst: number | null;
  readonly ambiguous: number;
}

/** What a run of the suite found. Plain JSON. */
export interface Report {
  readonly schema: typeof reportSchema;
  readonly backend: string;
  readonly device: string;
  readonly deviceClass: DeviceClass;
  readonly features: Readonly<Record<string, string | number | boolean>>;
  /** ISO 8601; absent unless asked for, so that equal runs give equal reports. */
  readonly date?: string;
  readonly cases: number;
  readonly counts: Counts;
  readonly ambiguous: number;
  readonly milliseconds: number;
  readonly groups: readonly GroupSummary[];
  readonly results: readonly CaseResult[];
}

export type ReportHead = Pick<Report, 'backend' | 'device' | 'deviceClass' | 'features' | 'date'>;

/** Adds results up. */
export function makeReport(
  head: ReportHead,
  results: readonly CaseResult[],
  milliseconds: number,
): Report {
  const groups = new Map<string, CaseResult[]>();
  for (const result of results) {
    const list = groups.get(result.group);
    if (list === undefined) groups.set(result.group, [result]);
    else list.push(result);
  }
  return {
    schema: reportSchema,
    ...head,
    cases: results.length,
    counts: count(results),
    ambiguous: ambiguousIn(results),
    milliseconds,
    groups: [...groups].map(([group, list]) => ({
      group,
      cases: list.length,
      counts: count(list),
      worst: worstOf(list),
      ambiguous: ambiguousIn(list),
    })),
    results,
  };
}

function count(results: readonly CaseResult[]): Counts {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<
    Verdict,
    number
  >;
  for (const { verdict } of results) counts[verdict]++;
  return counts;
}

function ambiguousIn(results: readonly CaseResult[]): number {
  return results.reduce((sum, { ambiguous = 0 }) => sum + ambiguous, 0);
}

function worstOf(results: readonly CaseResult[]): number | null {
  if (results.some(({ worst }) => worst === null)) return null;
  return results.reduce((most, { worst }) => Math.max(most, worst ?? 0), 0);
}
