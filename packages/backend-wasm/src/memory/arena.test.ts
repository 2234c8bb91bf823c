import { describe, expect, it } from 'vitest';
import { aligned, alignment, planArena, type Request } from './arena.js';

function randomRequests(seed: number, count: number): Request[] {
  let state = seed + 1;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, () => {
    const from = Math.floor(random() * count) - 1;
    const bytes = Math.floor(random() ** 4 * 10_000);
    return { bytes, from, to: from + Math.floor(random() * 6) };
  });
}

function largestLiveSet(requests: readonly Request[]): number {
  const at = (step: number): number =>
    requests
      .filter(({ from, to }) => from <= step && step <= to)
      .reduce((sum, { bytes }) => sum + aligned(bytes), 0);
  return Math.max(0, ...requests.map(({ from }) => at(from)));
}

describe('planArena', () => {
  it.each(Array.from({ length: 100 }, (_, seed) => seed))(
    'never lets two that are alive together overlap (seed %i)',
    (seed) => {
      const requests = randomRequests(seed, 1 + (seed % 60));
      const { offsets, bytes } = planArena(requests);
      const overlapping = requests.flatMap((a, i) =>
        requests.slice(i + 1).flatMap((b, k) => {
          const j = i + 1 + k;
          const apart = a.to < b.from || b.to < a.from;
          const disjoint =
            offsets[i]! + a.bytes <= offsets[j]! || offsets[j]! + b.bytes <= offsets[i]!;
          return apart || disjoint || a.bytes === 0 || b.bytes === 0 ? [] : [[i, j]];
        }),
      );
      expect(overlapping).toEqual([]);
      expect(offsets.every((offset) => offset % alignment === 0)).toBe(true);
      expect(requests.every((r, i) => offsets[i]! + r.bytes <= bytes || r.bytes === 0)).toBe(true);
      expect(bytes).toBeLessThanOrEqual(Math.max(1, 1.5 * largestLiveSet(requests)));
    },
  );

  it('gives the place of a dead value to a new one', () => {
    const chain = [0, 1, 2, 3].map((step) => ({ bytes: 640, from: step, to: step + 1 }));
    expect(planArena(chain)).toEqual({ offsets: [0, 640, 0, 640], bytes: 1280 });
  });

  it('takes nothing for nothing', () => {
    expect(planArena([])).toEqual({ offsets: [], bytes: 0 });
    expect(planArena([{ bytes: 0, from: 0, to: 9 }])).toEqual({ offsets: [0], bytes: 0 });
  });
});
