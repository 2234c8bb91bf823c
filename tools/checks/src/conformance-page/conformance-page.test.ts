import { describe, expect, it } from 'vitest';
import { conformancePage } from './conformance-page.js';
import type { Column } from './results.js';

const js: Column = {
  engine: 'js',
  place: 'node',
  host: 'Node 20.19.0',
  device: 'CPU, plain JavaScript',
  features: { threads: 1 },
  date: '2026-01-31',
  extent: 'whole',
  groups: { relu: { native: 25 }, tile: { decomposed: 3 }, lifecycle: { native: 9 } },
  remarks: [],
  random: { runs: 2000, seed: 7, passed: true },
};

const gpu: Column = {
  ...js,
  engine: 'gpu',
  place: 'chromium',
  host: 'Chromium 156',
  isolated: true,
  extent: 'sample',
  device: 'a GPU',
  features: {},
  groups: { relu: { native: 24, failed: 1 }, tile: { unsupported: 3 } },
  remarks: [
    { group: 'relu', verdict: 'failed', reason: 'relu/NaN: NaN became 0', cases: 1 },
    { group: 'tile', verdict: 'unsupported', reason: 'tile: rank 5', cases: 3 },
  ],
  random: null,
};

describe('conformancePage', () => {
  it('shows engine by op, what ran where, and why the rest did not pass', () => {
    const page = conformancePage([js, gpu], ['relu', 'tile']);
    expect(page.slice(page.indexOf('## What'))).toMatchInlineSnapshot(`
      "## What ran where

      | engine | in | device | threads | cases | outcome | random graphs | on |
      | :-- | --: | --: | --: | --: | --: | --: | --: |
      | js | Node 20.19.0 | CPU, plain JavaScript | 1 | 37 | 34 · 3 d | 2000, seed 7 | 2026-01-31 |
      | gpu | Chromium 156, isolated | a GPU | – | 28, a sample | 24 · 3 u · 1 F | – | 2026-01-31 |

      ## By op

      | op | js, Node | gpu, Chromium |
      | :-- | --: | --: |
      | relu | 25 | 24 · 1 F |
      | tile | 3 d | 3 u |

      ## Beyond single ops

      | group | js, Node | gpu, Chromium |
      | :-- | --: | --: |
      | lifecycle | 9 |  |

      ## Unsupported, and why

      ### gpu, Chromium

      - tile, 3 cases: tile: rank 5

      ## Failures

      ### gpu, Chromium

      - relu, 1 case: relu/NaN: NaN became 0"
    `);
  });
});
