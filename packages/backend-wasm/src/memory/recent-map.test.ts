import { expect, it } from 'vitest';
import { RecentMap } from './recent-map.js';

it('makes an entry once and forgets the one unused the longest', () => {
  const made: string[] = [];
  const map = new RecentMap<string>(2);
  const take = (key: string): string =>
    map.take(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(take)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  expect(map.size).toBe(2);
});

it('keeps at least one entry', () => {
  const map = new RecentMap<number>(0);
  map.take('a', () => 1);
  expect(map.size).toBe(1);
});
