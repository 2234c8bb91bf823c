import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameOf } from '../engines.js';
import { reportFolder } from './report-folder.js';
import type { RunReport } from './run-report.js';

/** Writes a run's report over the one of the same engine, place and isolation. */
export async function writeReport(run: RunReport): Promise<void> {
  await mkdir(reportFolder, { recursive: true });
  await writeFile(join(reportFolder, `${reportName(run)}.json`), JSON.stringify(run));
}

/** Writes figures that a test measured in a page. */
export async function writeMeasurement(name: string, figures: unknown): Promise<void> {
  await mkdir(reportFolder, { recursive: true });
  await writeFile(join(reportFolder, `measured-${fileNameOf(name)}.json`), JSON.stringify(figures));
}

/** `chromium-isolated-ort-webgpu`, safe as a file name. */
function reportName({ engine, place, isolated }: RunReport): string {
  const where = isolated === undefined ? place : `${place}-${isolated ? 'isolated' : 'plain'}`;
  return `${where}-${fileNameOf(engine)}`;
}
