import { describe, expect, it } from 'vitest';
import { mapOf } from './probability-map.fixture.js';
import { regions } from './regions.js';

describe('regions', () => {
  it('finds none where nothing is above the threshold', () => {
    expect(regions(mapOf('....', '.++.'), 0.5)).toEqual([]);
  });

  it('gives the ends of each row as pixel centres', () => {
    const [region, ...others] = regions(mapOf('.###.', '..#..'), 0.3);
    expect(others).toEqual([]);
    expect(region).toEqual([
      { x: 1.5, y: 0.5 },
      { x: 3.5, y: 0.5 },
      { x: 2.5, y: 1.5 },
      { x: 2.5, y: 1.5 },
    ]);
  });

  it('joins pixels that touch at a corner and keeps others apart', () => {
    expect(regions(mapOf('#..#', '.#.#'), 0.3)).toHaveLength(2);
  });

  it('spans a row from end to end across a gap', () => {
    const [region] = regions(mapOf('#.#', '###'), 0.3);
    expect(region).toContainEqual({ x: 0.5, y: 0.5 });
    expect(region).toContainEqual({ x: 2.5, y: 0.5 });
  });

  it('fills a map of one region without running out of stack', () => {
    const map = { width: 1000, height: 1000, data: new Float32Array(1e6).fill(1) };
    expect(regions(map, 0.3)).toHaveLength(1);
  });
});
