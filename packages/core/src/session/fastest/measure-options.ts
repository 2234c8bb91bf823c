import type { InputShapes } from '../sample-inputs.js';

/** How `prefer: 'fastest'` finds out. */
export interface MeasureOptions {
  /** Shapes to measure at; an open first extent counts as 1, other open ones are needed. */
  readonly shapes?: InputShapes;
  /**
   * Milliseconds for all engines together, compiling included; 3000 unless given. An engine that has
   * not answered by then is passed over; the first that compiles is always waited for.
   */
  readonly budget?: number;
  /**
   * Starts on the first engine in order and measures afterwards, while that one answers; then switches.
   * {@link Session.settled} resolves when it is done. False unless given.
   */
  readonly background?: boolean;
  /**
   * Remembers answers by graph, sizes and devices: IndexedDB in pages, a file in Node's cache folder
   * unless given; `null` for none.
   */
  readonly store?: MeasurementStore | null;
}

/** Keeps short texts. A store that fails is a store that remembers nothing. */
export interface MeasurementStore {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
}
