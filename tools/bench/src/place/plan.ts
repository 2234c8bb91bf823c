import type { Contest } from '../contest.js';

/** What one process or page is asked to measure. */
export interface Plan {
  readonly threads: number;
  readonly tasks: readonly string[];
  readonly engines: readonly string[];
  readonly warmups: number;
  readonly rounds: number;
}

/** What it found. */
export interface Findings {
  /** `Node 20.20.2`, `Chromium 156`. */
  readonly place: string;
  readonly threads: number;
  /** Hz, measured. */
  readonly clock: number;
  /** Whether fused multiply-add is there (relaxed SIMD). */
  readonly relaxedSimd: boolean;
  readonly contests: readonly Contest[];
}
