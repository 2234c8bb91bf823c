import type { RunReport } from '../reports/run-report.js';

/** Adds the random graphs that failed, in their smallest form, to the end of the suite's list of them. */
export function withFailedChains(
  source: string,
  reports: readonly RunReport[],
  date: string,
): string {
  const entries = new Map<string, string>();
  for (const { engine, random } of reports) {
    if (random === undefined || random.passed) continue;
    const chain = JSON.stringify(random.chain);
    const entry = `  // ${engine}, ${date}: ${firstLine(random.reason)}\n  ${chain},\n`;
    // Kin often fail alike.
    if (!entries.has(chain)) entries.set(chain, entry);
  }
  const end = source.lastIndexOf('];');
  return `${source.slice(0, end)}${[...entries.values()].join('')}${source.slice(end)}`;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 160);
}
