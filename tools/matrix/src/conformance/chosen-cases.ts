import { type Case, seeded } from '@separable/conformance';
import type { Extent } from '../run-context.js';

/** The share of optional cases that `npm test` takes. */
const optionalShare = 0.2;

/**
 * Which cases a run takes. `npm test` takes every required case and a sample of the optional and
 * random ones: the same sample in every run, and another one for each engine, so that together the
 * engines see more of them.
 */
export function isChosen(engine: string, extent: Extent): (one: Case) => boolean {
  if (extent === 'whole') return () => true;
  return ({ id, tags }) =>
    (tags.includes('required') && !tags.includes('random')) ||
    seeded(hash(`${engine} ${id}`)).next() < optionalShare;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}
