import { describe, expect, it } from 'vitest';
import { stripWidth } from './strip.js';

describe('stripWidth', () => {
  it('keeps the proportions, with headroom and stretch, and pads to a multiple of 32', () => {
    // 48 × 500 × 1.1 / (40 × 1.4) = 471.4
    expect(stripWidth({ width: 500, height: 40 })).toEqual({ width: 472, paddedWidth: 480 });
  });

  it('pads a short word', () => {
    expect(stripWidth({ width: 30, height: 40 })).toEqual({ width: 29, paddedWidth: 96 });
  });

  it('squeezes an endless line', () => {
    expect(stripWidth({ width: 1e6, height: 10 })).toEqual({ width: 3840, paddedWidth: 3840 });
  });
});
