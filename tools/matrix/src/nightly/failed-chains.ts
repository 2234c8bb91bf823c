import type { RunReport } from '../reports/run-report.js';

/** Adds the random graphs that failed, in their smallest form, to the end of the suite's list of them. */
export function withFailedChains(
  source: string,
  reports: readonly RunReport[],
  date: string,
): string {
  const entries = reports.flatMap(({ engine, random }) =>
    random === undefined || random.passed
      ? []
      : [
          `  // ${engine}, ${date}: ${firstLine(random.reason)}\n  ${JSON.stringify(random.chain)},\n`,
        ],
  );
  const end = source.lastIndexOf('];');
  return `${source.slice(0, end)}${entries.join('')}${source.slice(end)}`;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 160);
}
