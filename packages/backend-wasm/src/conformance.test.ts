import { registerConformance } from '@separable/conformance';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { wasm } from './provider.js';
import { crew } from './runtime/crew/crew.js';

for (const threads of [1, 2]) {
  describe(`with ${threads} threads`, () => {
    beforeAll(() => crew.join(threads - 1));
    beforeAll(() => crew.whenReady(threads - 1));
    afterAll(() => crew.leave());

    registerConformance({ provider: wasm({ threads }), describe, it, after: afterAll });
  });
}
