import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { merged, type Results } from './results.js';

const file = join(import.meta.dirname, '..', '..', 'results.json');

const nothing: Results = { races: [], firsts: [], plans: [] };

/** Keeps results for `docs/performance.md`. */
export function keepResults(newer: Results): void {
  const older = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : nothing;
  writeFileSync(file, `${JSON.stringify(merged(older, newer), undefined, 1)}\n`);
}
