import { BackendUnavailableError } from '@separable/core';
import { expect, it } from 'vitest';
import type { FloatTensor } from '../networks/network.js';
import type { Networks } from '../networks/open-networks.js';
import type { NetworkReceipt } from '../receipt/receipt.js';
import { compareEngines } from './compare-engines.js';
import { printComparison } from './print-comparison.js';

const picture = { width: 128, height: 64, data: new Uint8ClampedArray(4 * 128 * 64).fill(255) };
const classes = ['', 'a', 'b', ' '];

/** Finds one line and reads it as a letter; `error` is added to every number. */
function networks(letter: number, error: number): Networks {
  return {
    async run(name, { shape: [, , height = 0, width = 0] }): Promise<FloatTensor> {
      if (name === 'recognition') {
        const data = new Float32Array(classes.length).fill(error);
        data[letter] = 0.5 + error;
        return { data, shape: [1, 1, classes.length] };
      }
      const data = new Float32Array(height * width).fill(error);
      for (let y = 16; y < 24; y++) data.fill(1 + error, y * width + 20, y * width + 100);
      return { data, shape: [1, 1, height, width] };
    },
    receipts: () =>
      [
        { loadMs: 2, compileMs: 3 },
        { loadMs: 20, compileMs: 30 },
      ] as NetworkReceipt[],
    [Symbol.asyncDispose]: async () => {},
  };
}

const silent = { opening: () => {}, detecting: () => {}, recognising: () => {} };

it('sets every backend against the first, and says why one did not read', async () => {
  const engines: Readonly<Record<string, () => Networks>> = {
    js: () => networks(1, 0),
    near: () => networks(1, 2 ** -10),
    wrong: () => networks(2, 0),
    gone: () => {
      throw new BackendUnavailableError('no adapter', { hint: 'use another' });
    },
  };
  const open = async (backend: string): Promise<Networks> => engines[backend]!();
  const compared = await compareEngines(picture, Object.keys(engines), open, classes, silent);
  expect(compared).toMatchObject([
    { backend: 'js', loadMs: 22, compileMs: 33, deviation: 0, sameText: true, lines: 1 },
    { backend: 'near', deviation: 2 ** -9, sameText: true },
    { backend: 'wrong', deviation: 1, sameText: false },
    { backend: 'gone', reason: 'no adapter; hint: use another' },
  ]);
  const steady = compared.map((engine) => ({ ...engine, firstMs: 40, medianMs: 7 }));
  expect(printComparison('page.png', steady)).toMatchInlineSnapshot(`
    "page.png

    backend    load   compile   first run   median line   deviation        text
    ───────────────────────────────────────────────────────────────────────────
    js        22 ms     33 ms       40 ms        7.0 ms                 1 lines
    near      22 ms     33 ms       40 ms        7.0 ms      2.0e-3   identical
    wrong     22 ms     33 ms       40 ms        7.0 ms      1.0e+0   DIFFERENT

    gone did not read: no adapter; hint: use another
    first run: detection; median line: recognition; deviation from js, relative to the
    largest number of an output, over all outputs for the same inputs
    "
  `);
});

it('needs the first backend', async () => {
  const open = (): Promise<Networks> => Promise.reject(new BackendUnavailableError('no adapter'));
  await expect(compareEngines(picture, ['js'], open, classes, silent)).rejects.toThrow(
    'no adapter',
  );
});
