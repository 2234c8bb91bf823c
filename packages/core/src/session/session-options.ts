import type { BackendProvider } from '../backend/contract.js';
import type { Pass } from '../passes/pass.js';
import type { MeasureOptions } from './fastest/measure-options.js';
import type { NodePlacement } from './placement.js';
import type { RegionWorth } from './regions/region-worth.js';
import type { InputShapes } from './sample-inputs.js';

/** What a session is doing while it is made. */
export type SessionPhase = 'optimise' | 'compile' | 'measure' | 'warm-up';

export interface SessionOptions {
  /** Engines in order of preference. */
  readonly backends: readonly BackendProvider[];
  /**
   * `'order'`, the default, takes the first engine that is there and can run the graph. `'fastest'`
   * measures all of them on this graph and remembers the answer; `measure` says how.
   */
  readonly prefer?: 'order' | 'fastest';
  readonly measure?: MeasureOptions;
  /**
   * Whether nodes that a backend lacks may run on a later one.
   *
   * - `'forbid'`, the default: a backend takes the graph whole or not at all.
   * - `'report'`: they may, and `onFallback` is told; without it a warning goes to the console.
   * - `'allow'`: they may, and the receipt says so.
   */
  readonly fallback?: 'forbid' | 'report' | 'allow';
  /** Told under `'report'` which nodes run elsewhere, once for each engine that is opened. */
  readonly onFallback?: (nodes: readonly NodePlacement[]) => void;
  /**
   * Whether a region is worth the copies it causes; a region that is not stays with its neighbour
   * where that can run it. {@link RegionWorth} says what is weighed unless given.
   */
  readonly worthCopying?: (region: RegionWorth) => boolean;
  /** Passes to run first; the default ones unless given, none for `[]`. */
  readonly passes?: readonly Pass[];
  /** Verifies the graph after each pass; false unless given. */
  readonly verify?: boolean;
  /** Runs once before the session is handed out: `true`, or the inputs' shapes where they are open. */
  readonly warmUp?: true | InputShapes;
  readonly signal?: AbortSignal;
  /** Told what is being done and how much of it, from 0 to 1. */
  readonly onProgress?: (phase: SessionPhase, done: number) => void;
}
