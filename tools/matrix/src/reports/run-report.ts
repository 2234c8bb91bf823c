import type { Report } from '@separable/conformance';
import type { Place } from '../engines.js';
import type { Extent } from '../run-context.js';

/** What one engine's run in one place found. */
export interface RunReport {
  readonly engine: string;
  readonly place: Place;
  /** Of a page: whether it was cross-origin isolated and so could share memory between threads. */
  readonly isolated?: boolean;
  readonly extent: Extent;
  readonly report: Report;
}
