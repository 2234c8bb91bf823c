import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunReport } from '../reports/run-report.js';

/** The suite's list of them. */
export const keptChainsFile: string = join(
  import.meta.dirname,
  '../../../../packages/conformance/src/case/kept-chains.ts',
);

/**
 * Adds the random graphs that failed, in their smallest form, to the suite.
 *
 * @returns whether there were any
 */
export function keepChains(reports: readonly RunReport[], date: string): boolean {
  const entries = reports.flatMap(({ engine, random }) =>
    random === undefined || random.passed
      ? []
      : [
          `  // ${engine}, ${date}: ${firstLine(random.reason)}\n  ${JSON.stringify(random.chain)},\n`,
        ],
  );
  if (entries.length === 0) return false;
  const text = readFileSync(keptChainsFile, 'utf8');
  const end = text.lastIndexOf('];');
  writeFileSync(keptChainsFile, `${text.slice(0, end)}${entries.join('')}${text.slice(end)}`);
  return true;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 160);
}
