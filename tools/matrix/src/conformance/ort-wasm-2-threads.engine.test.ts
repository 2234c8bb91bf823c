import { departures, ort } from '@separable/backend-ort';
import { conformanceOf } from './conformance-of.js';

conformanceOf('ort:wasm, 2 threads', ort({ provider: 'wasm', threads: 2 }), {
  expectedFailures: departures['ort:wasm']!,
});
