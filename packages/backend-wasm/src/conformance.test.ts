import { registerConformance } from '@separable/conformance';
import { afterAll, describe, it } from 'vitest';
import { wasm } from './provider.js';

registerConformance({ provider: wasm(), describe, it, after: afterAll });
