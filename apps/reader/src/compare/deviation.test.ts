import { expect, it } from 'vitest';
import { deviation } from './deviation.js';

const of = (...numbers: number[]): Float32Array => Float32Array.from(numbers);

it('is the largest difference by the largest number', () => {
  expect(deviation(of(1, -4, 2), of(1, -4, 2))).toBe(0);
  expect(deviation(of(1, -4, 2), of(1.5, -4, 1))).toBe(0.25);
  expect(deviation(of(0, 0), of(0, 1))).toBe(Infinity);
});

it('is infinite where one has no number', () => {
  expect(deviation(of(1, NaN), of(1, NaN))).toBe(0);
  expect(deviation(of(1, 2), of(1, NaN))).toBe(Infinity);
  expect(deviation(of(1, 2), of(1))).toBe(Infinity);
});
