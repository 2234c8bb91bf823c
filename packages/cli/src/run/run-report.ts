import type { Considered, NodeProfile, Placement } from '@separable/core';
import type { OutputSummary } from './output-summary.js';

/** Milliseconds of each part. */
export interface RunTimes {
  /** Reading and importing the model. */
  readonly load: number;
  /** Passes and decomposition. */
  readonly optimise: number;
  readonly compile: number;
  readonly run: number;
}

/** What `separable run` did. Plain JSON. */
export interface RunReport {
  readonly model: string;
  /** The backends that ran something, joined by ` + `. */
  readonly backend: string;
  /** Every backend looked at, and why it was passed over. */
  readonly considered: readonly Considered[];
  readonly inputs: Readonly<
    Record<string, { readonly dtype: string; readonly shape: readonly number[] }>
  >;
  readonly outputs: readonly OutputSummary[];
  readonly milliseconds: RunTimes;
  readonly memory: { readonly weights: number; readonly activations: number };
  readonly placement: Placement;
  /** The time of each node, when it was asked for. */
  readonly profile?: readonly NodeProfile[];
}
