import type { RunReport } from '../reports/run-report.js';

/** Writes what an engine's run found to the folder of reports, from Node or from a page. */
export async function keepReport(run: Omit<RunReport, 'host' | 'isolated'>): Promise<void> {
  if (run.place === 'node') {
    const { writeReport } = await import('../reports/write-report.js');
    await writeReport({ ...run, host: `Node ${process.versions.node}` });
  } else {
    const { commands } = await import('../page-commands.js');
    await commands.writeReport({ ...run, host: browserName(), isolated: crossOriginIsolated });
  }
}

/** `Chromium 156`; Chrome and Chromium name themselves alike. */
function browserName(): string {
  const version = /Chrome\/(\d+)/.exec(navigator.userAgent)?.[1];
  return version === undefined ? navigator.userAgent : `Chromium ${version}`;
}
