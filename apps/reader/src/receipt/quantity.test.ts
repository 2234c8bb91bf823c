import { describe, expect, it } from 'vitest';
import { bytes, count, milliseconds } from './quantity.js';

describe('count', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [999, '999'],
    [1000, '1.00 k'],
    [12_345, '12.3 k'],
    [999_700, '1.00 M'],
    [1_234_567, '1.23 M'],
    [4_321_000_000, '4.32 G'],
    [5.6e15, '5600 T'],
  ])('shows %d as %s', (value, text) => {
    expect(count(value)).toBe(text);
  });
});

describe('bytes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.00 KiB'],
    [36.5 * 2 ** 20, '36.5 MiB'],
  ])('shows %d as %s', (value, text) => {
    expect(bytes(value)).toBe(text);
  });
});

describe('milliseconds', () => {
  it.each([
    [0.44, '0.4 ms'],
    [12.4, '12 ms'],
    [1234.5, '1,235 ms'],
  ])('shows %d as %s', (value, text) => {
    expect(milliseconds(value)).toBe(text);
  });
});
