import type { BackendProvider } from '@separable/core';
import { registerConformance } from '@separable/conformance';
import { afterAll, describe, it } from 'vitest';
import { WasmBackend } from './backend.js';
import { wasm } from './provider.js';
import { gapWatch } from './testing/gaps.js';

/** Every block of the arena is followed by NaNs that must be neither read nor written. */
const guarded: BackendProvider = {
  ...wasm({ threads: 1 }),
  name: 'wasm with gaps between blocks',
  create: async () =>
    new WasmBackend('CPU', {
      instructions: { relaxedMadd: false, keepsOrder: true },
      threads: 1,
      gap: 256,
      watch: gapWatch(256),
    }),
};

registerConformance({
  provider: guarded,
  describe,
  it,
  after: afterAll,
  filter: /^(?!lifecycle|errors|ownership)/,
});
