import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReports } from '../reports/read-reports.js';
import { columnOf } from '../results/column.js';
import { writeResults } from '../results/results-file.js';
import { withFailedChains } from './failed-chains.js';

// `pnpm nightly [FILE...]`: every case on every engine, in Node and in Chromium, and random graphs,
// other ones every day. Then writes what came out to results.json and docs/conformance.md, and
// graphs that failed to the suite. Arguments choose among the files, as vitest's do. With
// SEPARABLE_EXTENT=sample it takes what `npm test` takes, where a whole run would last for hours.

const root = join(import.meta.dirname, '..', '..', '..', '..');
const started = new Date();
const extent = process.env['SEPARABLE_EXTENT'] ?? 'whole';
const seed = process.env['SEPARABLE_SEED'] ?? String(Math.floor(started.getTime() / 86_400_000));

const status = run('vitest', [
  'run',
  '--config=tools/matrix/vitest.config.ts',
  ...(process.argv.length > 2 ? process.argv.slice(2) : ['.engine.']),
]);
const reports = readReports(started).filter(({ place, isolated }) => place === 'node' || isolated);
const date = started.toISOString().slice(0, 10);
writeResults(reports.map((report) => columnOf(report, date)));
keepFailedChains();
const written = run(process.execPath, ['tools/checks/generate.mjs']);
process.exitCode = status === 0 ? written : status;

function keepFailedChains(): void {
  const file = join(root, 'packages/conformance/src/case/kept-chains.ts');
  const source = readFileSync(file, 'utf8');
  const longer = withFailedChains(source, reports, date);
  if (longer === source) return;
  writeFileSync(file, longer);
  run('oxfmt', [file]);
}

function run(command: string, args: readonly string[]): number {
  const bin = join(root, 'node_modules', '.bin', command);
  const result = spawnSync(command === process.execPath ? command : bin, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SEPARABLE_EXTENT: extent, SEPARABLE_SEED: seed },
    shell: process.platform === 'win32',
  });
  return result.status ?? 1;
}
