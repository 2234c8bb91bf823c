import type { Report } from '@separable/conformance';
import type { RunReport } from '../reports/run-report.js';
import type { RunContext } from '../run-context.js';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** `writeReport`, run outside the page. */
    readonly writeReport: (run: RunReport) => Promise<void>;
  }
}

/** Writes what an engine's run found to the folder of reports, from Node or from a page. */
export async function keepReport(
  engine: string,
  { place, extent }: RunContext,
  report: Report,
): Promise<void> {
  const isolated = place === 'chromium' ? { isolated: crossOriginIsolated } : {};
  const run: RunReport = { engine, place, ...isolated, extent, report };
  if (place === 'node') {
    const { writeReport } = await import('../reports/write-report.js');
    await writeReport(run);
  } else {
    const { commands } = await import('vitest/browser');
    await commands.writeReport(run);
  }
}
