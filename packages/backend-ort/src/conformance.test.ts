import { registerConformance } from '@separable/conformance';
import { afterAll, describe, it } from 'vitest';
import { departures } from './departures.js';
import { ort } from './provider.js';

registerConformance({
  provider: ort({ threads: 1 }),
  describe,
  it,
  after: afterAll,
  expectedFailures: departures['ort:wasm']!,
});
