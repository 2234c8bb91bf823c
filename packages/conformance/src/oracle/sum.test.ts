import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { tolerancePolicy } from '../tolerance/policy.js';
import { gamma, largest, unitRoundoff } from '../tolerance/roundoff.js';
import { exactOf, settle, blank, type Exact } from './exact.js';
import { addProduct, emptySum, productError, store } from './sum.js';

const policy = tolerancePolicy('cpu');

function dot(x: readonly number[], w: readonly number[]): Exact {
  const [a, b] = [x, w].map((list) => exactOf(tensor('float32', [list.length], list), policy));
  const sum = emptySum();
  for (let i = 0; i < x.length; i++) addProduct(sum, a!, i, b!, i);
  const y = blank('float32', [1]);
  store(sum, y, 0, policy, 'matmul');
  return settle(y);
}

describe('a sum of products', () => {
  it('is bounded by γ_k times the magnitude and one rounding', () => {
    const { value, error } = dot([3, -4], [0.5, 0.25]);
    expect(value[0]).toBe(0.5);
    expect(error[0]).toBeCloseTo(gamma(2) * 2.5 + unitRoundoff * 0.5, 13);
  });

  it('admits any order of summation in float32', () => {
    const numbers = Array.from({ length: 500 }, (_, i) =>
      Math.fround(Math.sin(i * i) * 10 ** (i % 7)),
    );
    const { value, error } = dot(numbers, numbers.toReversed());
    for (const order of [numbers.map((_, i) => i), numbers.map((_, i) => 499 - i)]) {
      const sum = order.reduce(
        (s, i) => Math.fround(s + Math.fround(numbers[i]! * numbers[499 - i]!)),
        0,
      );
      expect(Math.abs(sum - value[0]!)).toBeLessThanOrEqual(error[0]!);
    }
  });

  it('is NaN or infinite for sure where an operand is', () => {
    expect([...dot([NaN, 1], [1, 1]).error]).toEqual([0]);
    expect(dot([Infinity, 1], [2, 1])).toMatchObject({ value: Float64Array.of(Infinity) });
    expect(dot([Infinity, -Infinity], [1, 1]).value[0]).toBeNaN();
  });

  it('is ambiguous where a partial sum may overflow', () => {
    expect(dot([largest, largest, -largest], [1, 1, 1]).error[0]).toBe(Infinity);
  });

  it('passes errors of factors on, and gives up where a class may flip', () => {
    expect(productError(3, 0.1, 2, 0)).toBeCloseTo(0.2, 15);
    expect(productError(Infinity, 0, 0.5, 0.1)).toBe(0);
    expect(productError(Infinity, 0, 0.05, 0.1)).toBe(Infinity);
    expect(productError(NaN, 0, 1, 0.1)).toBe(0);
    expect(productError(0, 0, 1, Infinity)).toBe(Infinity);
  });
});

describe('settling', () => {
  const settled = (value: number, error: number): readonly [number, number] => {
    const one = settle({
      dtype: 'float32',
      shape: [1],
      value: Float64Array.of(value),
      error: Float64Array.of(error),
    });
    return [one.value[0]!, one.error[0]!];
  };

  it('turns what float32 cannot hold into an infinity', () => {
    expect(settled(1e39, 1)).toEqual([Infinity, 0]);
    expect(settled(-1e39, 1)).toEqual([-Infinity, 0]);
  });

  it('leaves the edge of the range open', () => {
    expect(settled(largest, 2 ** 104)).toEqual([largest, Infinity]);
    expect(settled(largest, 0)).toEqual([largest, 0]);
  });

  it('makes an unknown error an ambiguity and clears the error of a class', () => {
    expect(settled(1, NaN)).toEqual([1, Infinity]);
    expect(settled(NaN, 0.5)).toEqual([NaN, 0]);
    expect(settled(NaN, Infinity)).toEqual([NaN, Infinity]);
  });
});
