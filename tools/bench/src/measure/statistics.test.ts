import { expect, it } from 'vitest';
import { relativeDistance, timingOf } from './statistics.js';

it('the median is the middle, or between the two middles', () => {
  expect(timingOf([5, 1, 9])).toEqual({ median: 5, min: 1, max: 9 });
  expect(timingOf([4, 1, 2, 9])).toEqual({ median: 3, min: 1, max: 9 });
});

it('distance is relative to the second', () => {
  expect(relativeDistance([3, 4], [3, 4])).toBe(0);
  expect(relativeDistance([0, 0], [3, 4])).toBe(1);
  expect(relativeDistance([3, Number.NaN], [3, 4])).toBeNaN();
});
