import { departures, ort } from '@separable/backend-ort';
import { conformanceOf } from './conformance-of.js';

conformanceOf('ort:wasm', ort({ threads: 2 }), { expectedFailures: departures['ort:wasm']! });
