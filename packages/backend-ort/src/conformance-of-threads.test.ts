import { registerConformance } from '@separable/conformance';
import { afterAll, describe, it } from 'vitest';
import { ort } from './provider.js';

registerConformance({ provider: ort({ threads: 2 }), describe, it, after: afterAll });
