import { js } from '@separable/backend-js';
import { ort } from '@separable/backend-ort';
import { wasm } from '@separable/backend-wasm';
import { registerConformance, selectCases } from '@separable/conformance';
import type { BackendProvider } from '@separable/core';
import { afterAll, describe, expect, it } from 'vitest';
import { smallSession, smallSessionInWorker } from '../page/small-session.js';
import { keepReport } from './keep-report.js';

/** Engines on the CPU: those that would use threads if they could. */
const providers: readonly BackendProvider[] = [js(), wasm(), ort({ provider: 'wasm' })];

/** Groups whose cases differ with threads: conduct, and networks large enough to be shared out. */
const filter = /^(?:lifecycle|ownership|networks|separableConv2d)\//;

describe('a page without isolation', () => {
  it('has no shared memory', () => {
    expect(crossOriginIsolated).toBe(false);
    expect(typeof SharedArrayBuffer).toBe('undefined');
  });

  it('runs sessions, in a worker too', async () => {
    const page = await smallSession();
    expect(page).toHaveLength(1000);
    expect(await smallSessionInWorker()).toEqual(page);
  });

  describe.each(providers)('has one thread for $name', (provider) => {
    it('and says so', async () => {
      expect(await provider.probe()).toMatchObject({ available: true, features: { threads: 1 } });
    });

    const registered = registerConformance({ provider, describe, it, after: afterAll, filter });
    afterAll(async () => {
      const report = registered.report();
      if (report?.cases === selectCases({ filter }).length) {
        await keepReport({ engine: provider.name, place: 'chromium', extent: 'sample', report });
      }
    });
  });
});
