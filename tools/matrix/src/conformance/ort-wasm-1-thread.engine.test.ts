import { departures, ort } from '@separable/backend-ort';
import { conformanceOf } from './conformance-of.js';

conformanceOf('ort:wasm, 1 thread', ort({ provider: 'wasm', threads: 1 }), {
  expectedFailures: departures['ort:wasm']!,
});
