import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import type { Exact } from '../oracle/exact.js';
import { compareTensor, misfit, mismatchText } from './compare-tensor.js';

function exact(values: readonly number[], errors: readonly number[]): Exact {
  const [value, error] = [Float64Array.from(values), Float64Array.from(errors)];
  return { dtype: 'float32', shape: [values.length], value, error };
}

function compare(got: readonly number[], wanted: Exact, signedZero = false) {
  return compareTensor(tensor('float32', [got.length], got), wanted, signedZero);
}

describe('comparing with the exact result', () => {
  it('takes what is within the bound and measures how near it came', () => {
    const { wrong, worst } = compare([1, 2.5], exact([1, 2], [0, 1]));
    expect({ wrong, worst }).toEqual({ wrong: 0, worst: 0.5 });
  });

  it('names the first element out of bounds', () => {
    const wanted = { ...exact([0, 1, 2, 3], [0, 0, 0.5, 0]), shape: [2, 2] };
    const { wrong, first } = compareTensor(tensor('float32', [2, 2], [0, 1, 3, 3]), wanted);
    expect(wrong).toBe(1);
    expect(mismatchText(first!)).toMatchInlineSnapshot(
      `"at [1, 0] got 3, exact 2, error 1.00, bound 0.500"`,
    );
  });

  it('keeps NaN, the infinities and numbers apart', () => {
    const classes = [NaN, Infinity, -Infinity, 1];
    for (const wanted of classes) {
      for (const got of classes) {
        const { wrong } = compare([got], exact([wanted], [0]));
        expect(wrong).toBe(Object.is(got, wanted) ? 0 : 1);
      }
    }
  });

  it('takes either zero unless the sign was asked for', () => {
    expect(compare([-0], exact([0], [0])).wrong).toBe(0);
    expect(compare([-0], exact([0], [0]), true).wrong).toBe(1);
    expect(compare([-0], exact([-0], [0]), true).wrong).toBe(0);
    expect(compare([0], exact([-0], [1e-9]), true).wrong).toBe(0);
  });

  it('counts ambiguous elements and takes anything for them', () => {
    const { wrong, ambiguous } = compare([NaN, 5], exact([1, 5], [Infinity, 0]));
    expect({ wrong, ambiguous }).toEqual({ wrong: 0, ambiguous: 1 });
  });

  it('is infinitely wrong where the bound is 0', () => {
    expect(compare([1.0000001], exact([1], [0])).worst).toBe(Infinity);
  });

  it('looks at dtype, shape and storage first', () => {
    const wanted = exact([1, 2], [0, 0]);
    expect(misfit(undefined, wanted)).toBe('is missing');
    expect(misfit(tensor('int32', [2]), wanted)).toBe('has dtype int32, expected float32');
    expect(misfit(tensor('float32', [1, 2]), wanted)).toBe('has shape [1, 2], expected [2]');
    const short = { dtype: 'float32' as const, shape: [2], data: new Float32Array(1) };
    expect(misfit(short, wanted)).toBe('of shape [2] holds 1 elements');
    expect(misfit({ ...short, data: new Float64Array(2) as never }, wanted)).toBe(
      'of dtype float32 holds a Float64Array',
    );
    expect(misfit(tensor('float32', [2]), wanted)).toBeUndefined();
  });
});
