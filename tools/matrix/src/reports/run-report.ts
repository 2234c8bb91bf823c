import type { Report } from '@separable/conformance';
import type { RandomOutcome } from '@separable/conformance/random';
import type { Place } from '../engines.js';
import type { Extent } from '../run-context.js';

/** What one engine's run in one place found. */
export interface RunReport {
  readonly engine: string;
  readonly place: Place;
  /** The program it ran in: `Node 22.1.0`, `Chromium 156`. */
  readonly host: string;
  /** Of a page: whether it was cross-origin isolated and so could share memory between threads. */
  readonly isolated?: boolean;
  readonly extent: Extent;
  readonly report: Report;
  /** Random graphs, drawn by whole runs only. */
  readonly random?: RandomOutcome;
}
