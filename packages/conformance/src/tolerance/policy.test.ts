import { describe, expect, it } from 'vitest';
import { tolerancePolicy } from './policy.js';
import { gamma, leastNormal, unitRoundoff } from './roundoff.js';

const [cpu, gpu] = [tolerancePolicy('cpu'), tolerancePolicy('gpu')];

describe('tolerances', () => {
  it('grow with the number of terms as Higham has it', () => {
    expect(gamma(1)).toBeCloseTo(unitRoundoff, 14);
    expect(gamma(1000)).toBeGreaterThan(1000 * unitRoundoff);
    expect(gamma(2 ** 24)).toBe(Infinity);
    expect(cpu.accumulate('convolution', 9, 2)).toBeCloseTo(2 * gamma(9), 18);
  });

  it('admit every correctly rounded operation and no more than two', () => {
    for (const [a, b] of [
      [0.1, 0.2],
      [1e10, 3],
      [1 / 3, 1e-8],
    ] as const) {
      const exact = a * b;
      const error = Math.abs(Math.fround(exact) - exact);
      expect(error).toBeLessThanOrEqual(cpu.round(exact));
      expect(cpu.round(exact)).toBeLessThanOrEqual(2 ** -23 * exact);
    }
  });

  it('let a gpu round either way and flush denormals', () => {
    expect(gpu.round(1)).toBeGreaterThan(2 * unitRoundoff);
    expect(gpu.round(0)).toBe(leastNormal);
    expect(gpu.stored(1e-40)).toBe(1e-40);
    expect(cpu.stored(1e-40)).toBe(0);
  });

  it('measure functions in units in the last place', () => {
    expect(cpu.elementary('sqrt', 2)).toBeCloseTo(2 * unitRoundoff, 14);
    expect(cpu.elementary('exp', 1)).toBeCloseTo(6 * unitRoundoff, 14);
    expect(gpu.elementary('exp', 1, 10)).toBeCloseTo(46 * unitRoundoff, 12);
    expect(cpu.elementary('exp', Infinity)).toBe(0);
  });

  it('are nothing for results that are not finite', () => {
    expect([cpu.accumulate('matmul', 3, NaN), cpu.round(Infinity)]).toEqual([0, 0]);
  });
});
