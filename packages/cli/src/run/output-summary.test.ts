import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { summarise } from './output-summary.js';

describe('the summary of an output', () => {
  it('leaves NaN out of the numbers and counts it', () => {
    expect(summarise('y', tensor('float32', [2, 2], [NaN, 1, -3, 5]), undefined)).toEqual({
      name: 'y',
      dtype: 'float32',
      shape: [2, 2],
      min: -3,
      max: 5,
      mean: 1,
      nan: 1,
      top: null,
      file: null,
    });
  });

  it('has no numbers where there are none', () => {
    const nothing = { min: null, max: null, mean: null };
    expect(summarise('y', tensor('float32', [0, 3]), 'f')).toMatchObject({
      ...nothing,
      nan: 0,
      file: 'f',
    });
    expect(summarise('y', tensor('float32', [1], [NaN]), 'f')).toMatchObject({
      ...nothing,
      nan: 1,
    });
  });

  it('lists the five largest of a vector, the first of equals first', () => {
    const { top } = summarise(
      'y',
      tensor('float32', [1, 8, 1], [1, 9, NaN, 9, 0, 3, 2, 5]),
      undefined,
    );
    expect(top?.map(({ index, value }) => [index, value])).toEqual([
      [1, 9],
      [3, 9],
      [7, 5],
      [5, 3],
      [6, 2],
    ]);
  });
});
