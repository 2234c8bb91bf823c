import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { relativeDistance } from './relative-distance.js';

const row = (...numbers: number[]) => tensor('float32', [numbers.length], numbers);

describe('the relative distance of tensors', () => {
  it('is the norm of the difference over the norm of what is wanted', () => {
    expect(relativeDistance(row(3, 4.5), row(3, 4))).toBe(0.1);
    expect(relativeDistance(row(0, 2), row(0, 0))).toBe(2);
    expect(relativeDistance(tensor('int32', [2], [3, 4]), tensor('int32', [2], [3, 4]))).toBe(0);
  });

  it('is infinite where types, shapes or numbers that are not finite differ', () => {
    expect(relativeDistance(undefined, row(1))).toBe(Infinity);
    expect(relativeDistance(tensor('int32', [1], [1]), row(1))).toBe(Infinity);
    expect(relativeDistance(tensor('float32', [1, 1], [1]), row(1))).toBe(Infinity);
    expect(relativeDistance(row(NaN), row(1))).toBe(Infinity);
    expect(relativeDistance(row(Infinity), row(-Infinity))).toBe(Infinity);
    expect(relativeDistance(row(NaN, Infinity, 1), row(NaN, Infinity, 1))).toBe(0);
  });
});
