import { fileStore } from './file-store.js';
import { indexedDbStore } from './indexed-db-store.js';
import type { MeasurementStore } from './measure-options.js';

/** IndexedDB where there is one, files where Node, Deno or Bun give access to them, otherwise none. */
export function defaultStore(): MeasurementStore | null {
  return typeof indexedDB === 'undefined' ? fileStore() : indexedDbStore();
}
