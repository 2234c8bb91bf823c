import { describe, expect, it } from 'vitest';
import { printReport } from './report.js';

const box = { centre: { x: 1, y: 2 }, width: 3, height: 4, angle: 0 };
const receipt = {
  network: 'detection',
  backend: 'js',
  runs: 1,
  macs: 4_560_000_000,
  parameters: 1_170_000,
  peakActivationBytes: 40_000_000,
  loadMs: 151.2,
  compileMs: 60.4,
  runMs: 2345.6,
  nodesNative: 88,
  nodesDecomposed: 2,
} as const;

describe('printReport', () => {
  it('shows the lines, the receipt and where the drawing is', () => {
    const report = {
      image: 'letter.jpg',
      size: { width: 1200, height: 1520 },
      lines: [
        { text: 'Harbour Lane', confidence: 0.9712, box },
        { text: 'Total 茶', confidence: 1, box },
      ],
      receipt: [receipt, { ...receipt, network: 'recognition', runs: 24, runMs: 12_345 } as const],
      drawing: 'out/letter-read.png',
    };
    expect(printReport(report)).toMatchInlineSnapshot(`
      "letter.jpg (1200 × 1520)

      1   97.1%  Harbour Lane
      2  100.0%  Total 茶

      receipt            detection   recognition
      ──────────────────────────────────────────
      backend                   js            js
      runs                       1            24
      MACs                  4.56 G        4.56 G
      parameters            1.17 M        1.17 M
      peak activations    38.1 MiB      38.1 MiB
      load                  151 ms        151 ms
      compile                60 ms         60 ms
      run                 2,346 ms     12,345 ms
      nodes native              88            88
      nodes decomposed           2             2

      drawn: out/letter-read.png
      "
    `);
  });

  it('says that there is no text', () => {
    const report = {
      image: 'sky.jpg',
      size: { width: 9, height: 9 },
      lines: [],
      receipt: [],
      drawing: 'sky.png',
    };
    expect(printReport(report)).toContain('no text found');
  });
});
