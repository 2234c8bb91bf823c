import type { Place } from './engines.js';

/** How much of the suite a run takes: `sample` in `npm test`, `whole` at night. */
export type Extent = 'sample' | 'whole';

/** What the configuration tells the tests of a run. */
export interface RunContext {
  readonly place: Place;
  readonly extent: Extent;
  /** Of the random graphs that a whole run draws; another one every night. */
  readonly seed: number;
}

declare module 'vitest' {
  // vitest's way to type what `inject` gives.
  interface ProvidedContext {
    readonly run: RunContext;
  }
}
