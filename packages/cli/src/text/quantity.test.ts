import { describe, expect, it } from 'vitest';
import { bytesText, countText, millisecondsText, numberText } from './quantity.js';

describe('quantities as text', () => {
  it('are short and have units', () => {
    expect([0, 512, 1536, 24 * 2 ** 20, 5e12].map(bytesText)).toEqual([
      '0 B',
      '512 B',
      '1.5 KiB',
      '24 MiB',
      '4.55 TiB',
    ]);
    expect([0.4217, 13.66, 2140.4].map(millisecondsText)).toEqual([
      '0.422 ms',
      '13.7 ms',
      '2,140 ms',
    ]);
    expect(countText(10_838_016)).toBe('10,838,016');
    expect([NaN, Infinity, -Infinity, 0.1 + 0.2].map((n) => numberText(n, 6))).toEqual([
      'nan',
      'inf',
      '-inf',
      '0.3',
    ]);
  });
});
