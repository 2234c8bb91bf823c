import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameOf } from '../engines.js';
import type { RunReport } from './run-report.js';

/** Where reports are kept; git ignores the folder. */
export const reportFolder: string = join(import.meta.dirname, '..', '..', 'reports');

/** Writes a run's report over the one of the same engine, place and isolation. */
export async function writeReport(run: RunReport): Promise<void> {
  await mkdir(reportFolder, { recursive: true });
  await writeFile(join(reportFolder, `${reportName(run)}.json`), JSON.stringify(run));
}

/** `chromium-isolated-ort-webgpu`, safe as a file name. */
function reportName({ engine, place, isolated }: RunReport): string {
  const where = isolated === undefined ? place : `${place}-${isolated ? 'isolated' : 'plain'}`;
  return `${where}-${fileNameOf(engine)}`;
}
