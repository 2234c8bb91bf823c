import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as dim from '../shape/dimension.js';
import { sliceCount } from './slice-range.js';

/** Python's `len(range(*slice(start, end, step).indices(n)))`, by walking. */
function walk(start: number, end: number, step: number, n: number): number {
  const cut = (bound: number): number => {
    const place = bound < 0 ? bound + n : bound;
    return step > 0 ? Math.min(Math.max(place, 0), n) : Math.min(Math.max(place, -1), n - 1);
  };
  let count = 0;
  const last = cut(end);
  for (let at = cut(start); step > 0 ? at < last : at > last; at += step) count++;
  return count;
}

describe('the number of elements of a slice', () => {
  it('is what NumPy takes', () => {
    const bound = fc.integer({ min: -9, max: 9 });
    const step = fc.integer({ min: -4, max: 4 }).filter((s) => s !== 0);
    fc.assert(
      fc.property(bound, bound, step, fc.integer({ min: 0, max: 6 }), (start, end, s, n) => {
        expect(sliceCount(start, end, s, n)).toBe(walk(start, end, s, n));
      }),
    );
  });

  it('goes as far as the axis does for bounds of 2^31 − 1 and beyond', () => {
    expect(sliceCount(0, 2 ** 31 - 1, 1, 'H')).toBe('H');
    expect(sliceCount(2 ** 31 - 1, -(2 ** 31), -1, 'H')).toBe('H');
    expect(sliceCount(-1, -(2 ** 53) + 1, -1, 5)).toBe(5);
    expect(sliceCount(-(2 ** 31), 2, 1, 5)).toBe(2);
    expect(sliceCount(2 ** 31, 2 ** 31, 1, 5)).toBe(0);
  });

  it('cancels symbols', () => {
    expect(sliceCount(1, 2 ** 31, 1, 'H')).toBe('H - 1');
    expect(sliceCount(0, -1, 1, 'H')).toBe('H - 1');
    expect(sliceCount(-3, 2 ** 31, 1, 'H')).toBe('min(3, H)');
    expect(sliceCount(0, 'n', 1, 'n + 4')).toBe('n');
    expect(sliceCount(0, '-n - 1', 1, '2*n + 4')).toBe('n + 3');
    expect(sliceCount(1, 'H', 2, 'H')).toBe('(H)//2');
  });

  it('agrees with itself once sizes are bound', () => {
    const n = fc.integer({ min: 4, max: 9 });
    const bound = fc.integer({ min: -4, max: 4 });
    fc.assert(
      fc.property(bound, bound, fc.constantFrom(1, 2, -1), n, (start, end, step, size) => {
        const open = dim.bind(sliceCount(start, end, step, 'n'), new Map([['n', size]]));
        expect(Math.max(0, open as number)).toBe(sliceCount(start, end, step, size));
      }),
    );
  });
});
