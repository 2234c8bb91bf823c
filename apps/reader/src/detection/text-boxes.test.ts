import { describe, expect, it } from 'vitest';
import { mapOf } from './probability-map.fixture.js';
import { textBoxes } from './text-boxes.js';

const blank = '.'.repeat(20);
const bar = `..${'#'.repeat(16)}..`;

describe('textBoxes', () => {
  it('puts a grown box around a bar', () => {
    const [box, ...others] = textBoxes(mapOf(blank, blank, bar, bar, bar, bar, blank, blank));
    expect(others).toEqual([]);
    // The kernel spans pixel centres: 15 × 3, pushed out by 45 × 1.5 / 36 = 1.875.
    expect(box).toEqual({ centre: { x: 10, y: 4 }, width: 18.75, height: 6.75, angle: 0 });
  });

  it('drops what is too thin', () => {
    expect(textBoxes(mapOf(blank, bar, bar, blank))).toEqual([]);
  });

  it('drops what the network is unsure of', () => {
    const unsure = bar.replaceAll('#', '+');
    expect(textBoxes(mapOf(blank, unsure, unsure, unsure, unsure, unsure, blank))).toEqual([]);
  });
});
