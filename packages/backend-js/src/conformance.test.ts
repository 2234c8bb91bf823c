import { registerConformance } from '@separable/conformance';
import { afterAll, describe, it } from 'vitest';
import { js } from './provider.js';

registerConformance({ provider: js(), describe, it, after: afterAll });
