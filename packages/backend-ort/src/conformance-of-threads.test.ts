import { registerConformance, seeded } from '@separable/conformance';
import { afterAll, describe, it } from 'vitest';
import { departures } from './departures.js';
import { ort } from './provider.js';

/** What threads may change: conduct, whole networks, and what splits its work among them. */
const whole: ReadonlySet<string> = new Set(['lifecycle', 'ownership', 'errors', 'networks']);
const chance = seeded(2);

// The rest runs the same code as with one thread; a sixth of it is enough here, and all is in the
// nightly matrix.
registerConformance({
  provider: ort({ threads: 2 }),
  describe,
  it,
  after: afterAll,
  tags: ['required'],
  where: ({ group }) => whole.has(group) || chance.next() < 1 / 6,
  expectedFailures: departures['ort:wasm']!,
});
