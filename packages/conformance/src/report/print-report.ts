import { type Verdict, verdicts } from '../runner/verdict.js';
import type { Report } from './report.js';

const titles: Readonly<Record<Verdict, string>> = {
  native: 'native',
  decomposed: 'decomposed',
  fallback: 'fallback',
  unsupported: 'unsupported',
  failed: 'FAILED',
  expectedFailure: 'expected failure',
  notRun: 'not run',
};

/**
 * The report as text: a line a group with its verdicts and its worst error over bound, the totals, and
 * what did not pass with its reason. Verdicts that never occur have no column.
 */
export function printReport(report: Report): string {
  const shown = verdicts.filter((verdict) => verdict === 'native' || report.counts[verdict] > 0);
  const rows = report.groups.map(({ group, cases, counts, worst, ambiguous }) => [
    group,
    String(cases),
    ...shown.map((verdict) => blankZero(counts[verdict])),
    ratioText(worst),
    blankZero(ambiguous),
  ]);
  const header = [
    'group',
    'cases',
    ...shown.map((verdict) => titles[verdict]),
    'worst',
    'ambiguous',
  ];
  const total = [
    'total',
    String(report.cases),
    ...shown.map((verdict) => blankZero(report.counts[verdict])),
    ratioText(worstOfAll(report)),
    blankZero(report.ambiguous),
  ];
  const features = Object.entries(report.features).map(([name, value]) => `${name}=${value}`);
  return [
    `conformance of ${report.backend} on ${report.device} (${report.deviceClass} tolerances)`,
    ...(features.length === 0 ? [] : [features.join(' ')]),
    '',
    ...columns([header, ...rows, total]),
    '',
    ...trouble(report),
    `${report.counts.native + report.counts.decomposed} of ${report.cases} cases pass in ${(report.milliseconds / 1000).toFixed(1)} s`,
  ].join('\n');
}

/** Failures one by one; what was declared as lacking group by group. */
function trouble({ results }: Report): readonly string[] {
  const lines = (['failed', 'fallback', 'expectedFailure'] as const).flatMap((verdict) =>
    results
      .filter((one) => one.verdict === verdict)
      .map(({ id, reason }) => `${titles[verdict]} ${id}: ${reason ?? ''}`),
  );
  const lacking = new Map<string, number>();
  for (const { group, reason } of results.filter(({ verdict }) => verdict === 'unsupported')) {
    const key = `${group}: ${reason ?? ''}`;
    lacking.set(key, (lacking.get(key) ?? 0) + 1);
  }
  for (const [key, cases] of lacking) lines.push(`unsupported ${key} (${cases} cases)`);
  return lines.length === 0 ? [] : [...lines, ''];
}

function blankZero(count: number): string {
  return count === 0 ? '' : String(count);
}

function ratioText(worst: number | null): string {
  return worst === null ? '∞' : worst.toFixed(3);
}

function worstOfAll({ groups }: Report): number | null {
  const all = groups.map(({ worst }) => worst);
  return all.includes(null) ? null : Math.max(0, ...all.map(Number));
}

/** Left-aligned first column, the rest to the right. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
}
