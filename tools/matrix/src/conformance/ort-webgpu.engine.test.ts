import { departures, ort } from '@separable/backend-ort';
import { conformanceOf } from './conformance-of.js';

conformanceOf('ort:webgpu', ort({ provider: 'webgpu' }), {
  expectedFailures: departures['ort:webgpu']!,
});
