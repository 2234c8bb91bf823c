import { expect, it } from 'vitest';
import { performancePage } from './performance-page.js';
import type { Results } from './results.js';

const ours = {
  engine: 'wasm',
  median: 8,
  min: 7.5,
  max: 12,
  gigaflops: 75.3,
  ofLimit: 0.638,
  ratio: { median: 1, min: 1, max: 1 },
};

const results: Results = {
  races: [
    {
      place: 'Node 24.9.0',
      threads: 2,
      task: 'net',
      date: '2026-01-31',
      relaxedSimd: true,
      rounds: 9,
      standings: [
        ours,
        { ...ours, engine: 'peer', median: 20, ratio: { median: 2.5, min: 2.4, max: 2.6 } },
      ],
    },
  ],
  firsts: [
    {
      place: 'Node 24.9.0',
      task: 'net',
      date: '2026-01-31',
      firsts: [{ engine: 'wasm', from: 'ONNX bytes', median: 180, min: 170, max: 200 }],
    },
  ],
  plans: [{ place: 'Node 24.9.0', task: 'net', date: '2026-01-31', text: 'net: 1 step' }],
};

it('shows races, first results and where the time goes', () => {
  const page = performancePage(results);
  expect(page.slice(page.indexOf('## net'))).toMatchInlineSnapshot(`
    "## net

    | in | threads | engine | ms | GFLOP/s | of limit | time ÷ ours | on |
    | :-- | --: | --: | --: | --: | --: | --: | --: |
    | Node 24.9.0, relaxed SIMD | 2 | wasm | 8.00 (7.50–12.0) | 75.3 | 64 % | 1 | 2026-01-31 |
    | Node 24.9.0, relaxed SIMD | 2 | peer | 20.0 (7.50–12.0) | 75.3 | 64 % | 2.50 (2.40–2.60) | 2026-01-31 |

    ## First result of net

    On one thread of Node 24.9.0, 2026-01-31, each time in a new process whose JavaScript is loaded.

    | engine | from | ms |
    | :-- | --: | --: |
    | wasm | ONNX bytes | 180 (170–200) |

    ## Where the time of net goes

    The plan on one thread of Node 24.9.0, 2026-01-31, with the least time of each step.

    \`\`\`text
    net: 1 step
    \`\`\`"
  `);
});
