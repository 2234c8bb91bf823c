import { describe, expect, it } from 'vitest';
import { erf, erfc } from './error-function.js';

/** Largest relative error over pairs of argument and value (the values of mpmath at 50 digits). */
function worst(f: (x: number) => number, pairs: readonly (readonly [number, number])[]): number {
  return Math.max(...pairs.map(([x, y]) => Math.abs(f(x) / y - 1)));
}

describe('the error function', () => {
  it('agrees with its value to 15 digits', () => {
    const pairs = [
      [1e-10, 1.1283791670955126e-10],
      [0.1, 0.1124629160182849],
      [0.5, 0.5204998778130465],
      [1, 0.8427007929497149],
      [2, 0.9953222650189527],
      [2.5, 0.9995930479825551],
      [3, 0.9999779095030014],
      [6, 1],
    ] as const;
    expect(worst(erf, pairs)).toBeLessThan(1e-15);
    expect(
      worst(
        erf,
        pairs.map(([x, y]) => [-x, -y]),
      ),
    ).toBeLessThan(1e-15);
  });

  it('keeps the digits of its complement in the tail', () => {
    const pairs = [
      [2.5, 0.0004069520174449589],
      [3, 2.209049699858544e-5],
      [5, 1.537459794428035e-12],
      [10, 2.088487583762545e-45],
      [26, 5.663192408856143e-296],
    ] as const;
    expect(worst(erfc, pairs)).toBeLessThan(2e-13);
    expect(erfc(-3)).toBeCloseTo(2 - 2.209049699858544e-5, 15);
  });

  it('reaches its limits', () => {
    expect([erf(Infinity), erf(-Infinity), erfc(Infinity), erf(0)]).toEqual([1, -1, 0, 0]);
    expect(erf(NaN)).toBeNaN();
    expect(Object.is(erf(-0), -0)).toBe(true);
  });
});
