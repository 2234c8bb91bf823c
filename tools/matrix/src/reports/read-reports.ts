import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RunReport } from './run-report.js';
import { reportFolder } from './report-folder.js';

/** The reports written since a moment. */
export function readReports(since: Date): readonly RunReport[] {
  if (!existsSync(reportFolder)) return [];
  return readdirSync(reportFolder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('measured-'))
    .map((name) => join(reportFolder, name))
    .filter((path) => statSync(path).mtimeMs >= since.getTime())
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as RunReport);
}
