import type { RunReport } from './reports/run-report.js';

export { commands } from 'vitest/browser';

declare module 'vitest/browser' {
  /** What a page may ask of the process outside; see vitest.config.ts. */
  interface BrowserCommands {
    readonly writeReport: (run: RunReport) => Promise<void>;
    readonly writeMeasurement: (name: string, figures: unknown) => Promise<void>;
  }
}
