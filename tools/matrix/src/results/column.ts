import type { CaseResult, Report, Verdict } from '@separable/conformance';
import type { RunReport } from '../reports/run-report.js';
import type { Extent } from '../run-context.js';

/** How a group's cases came out: counts of the verdicts that occur. */
export type GroupCounts = Readonly<Partial<Record<Verdict, number>>>;

/** Why cases of a group did not pass. */
export interface Remark {
  readonly group: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly cases: number;
}

/** One column of docs/conformance.md: an engine in a place. */
export interface Column {
  readonly engine: string;
  /** `Node 22.1.0`, `Chromium 156`. */
  readonly host: string;
  readonly place: RunReport['place'];
  readonly isolated?: boolean;
  readonly device: string;
  readonly features: Report['features'];
  /** The day of the run, ISO 8601. */
  readonly date: string;
  readonly extent: Extent;
  readonly groups: Readonly<Record<string, GroupCounts>>;
  readonly remarks: readonly Remark[];
  readonly random: {
    readonly runs: number;
    readonly seed: number;
    readonly passed: boolean;
  } | null;
}

/** What the page keeps of a run. */
export function columnOf(run: RunReport, date: string): Column {
  const { engine, host, place, isolated, extent, report, random } = run;
  const { device, features } = report;
  return {
    engine,
    host,
    place,
    ...(isolated === undefined ? {} : { isolated }),
    device,
    features,
    date,
    extent,
    groups: Object.fromEntries(
      report.groups.map(({ group, counts }) => [group, occurring(counts)]),
    ),
    remarks: remarksOn(report.results),
    random:
      random === undefined ? null : { runs: random.runs, seed: random.seed, passed: random.passed },
  };
}

function occurring(counts: Report['counts']): GroupCounts {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/** Failures one by one, everything else added up by group and reason. */
function remarksOn(results: readonly CaseResult[]): readonly Remark[] {
  const remarks = new Map<string, Remark>();
  for (const { id, group, verdict, reason } of results) {
    if (reason === undefined) continue;
    const single = verdict === 'failed' || verdict === 'fallback';
    const text = single ? `${id}: ${reason}` : reason;
    const key = `${group} ${verdict} ${text}`;
    const cases = (remarks.get(key)?.cases ?? 0) + 1;
    remarks.set(key, { group, verdict, reason: text, cases });
  }
  return [...remarks.values()];
}
