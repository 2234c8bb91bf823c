import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { evaluateNode } from '../evaluate-node.js';

function y(
  op: string,
  xs: readonly number[],
  attributes: Readonly<Record<string, unknown>> = {},
): number[] {
  return [...evaluateNode(op, { x: tensor('float32', [xs.length], xs) }, attributes)[0]!.value];
}

/** The largest distance of two lists. */
function apart(got: readonly number[], wanted: readonly number[]): number {
  return Math.max(...got.map((v, i) => Math.abs(v - wanted[i]!)));
}

describe('activations', () => {
  it('follow their formulas', () => {
    // min(max(x, 0), 6)
    expect(y('relu6', [-1, 3, 7])).toEqual([0, 3, 6]);
    // x < 0 ? 0.25·x : x
    expect(y('leakyRelu', [-2, 2], { alpha: 0.25 })).toEqual([-0.5, 2]);
    // 2·(e⁻¹ − 1)
    expect(apart(y('elu', [-1, 1], { alpha: 2 }), [-1.2642411176571153, 1])).toBeLessThan(1e-14);
    // 2·(e^(−1/2) − 1)
    expect(apart(y('celu', [-1, 1], { alpha: 2 }), [-0.7869386805747332, 1])).toBeLessThan(1e-14);
    // 1.0507009873554805 · 1.6732632423543772 · (e⁻¹ − 1), 1.0507009873554805
    expect(apart(y('selu', [-1, 1]), [-1.1113307378125625, 1.0507009873554805])).toBeLessThan(
      1e-14,
    );
    // 1 / (1 + e⁻ˣ)
    expect(
      apart(y('sigmoid', [1, -1, 0]), [0.7310585786300049, 0.2689414213699951, 0.5]),
    ).toBeLessThan(1e-14);
    // min(max(0.2·x + 0.5, 0), 1)
    expect(apart(y('hardSigmoid', [1, -5, 5]), [0.7, 0, 1])).toBeLessThan(1e-14);
    // x·min(max(x + 3, 0), 6)/6
    expect(apart(y('hardSwish', [1, -1, -4, 4]), [4 / 6, -2 / 6, 0, 4])).toBeLessThan(1e-14);
    // x·sigmoid(2x)
    expect(apart(y('swish', [1], { beta: 2 }), [0.8807970779778823])).toBeLessThan(1e-14);
    // ln(1 + e) · tanh's argument: tanh(ln a) = (a² − 1)/(a² + 1) with a = 1 + e
    const square = (1 + Math.E) ** 2;
    expect(apart(y('mish', [1]), [(square - 1) / (square + 1)])).toBeLessThan(1e-14);
    // ln(1 + eˣ)
    expect(apart(y('softplus', [0, 1]), [Math.LN2, 1.3132616875182228])).toBeLessThan(1e-14);
    // x/(1 + |x|)
    expect(apart(y('softsign', [3, -1]), [0.75, -0.5])).toBeLessThan(1e-14);
    // x where x > 1
    expect(y('thresholdedRelu', [1, 1.5, -3])).toEqual([0, 1.5, 0]);
  });

  it('know gelu in the tail', () => {
    // x·Φ(x): Φ(1), −Φ(−1), −3·Φ(−3), −6·Φ(−6)
    const [one, minusOne, minusThree, minusSix] = y('gelu', [1, -1, -3, -6]);
    expect(one).toBeCloseTo(0.8413447460685429, 14);
    expect(minusOne).toBeCloseTo(-0.15865525393145707, 14);
    expect(minusThree! / -0.004049694094890284).toBeCloseTo(1, 12);
    expect(minusSix! / (-6 * 9.865876450376981e-10)).toBeCloseTo(1, 12);
  });

  it('know the approximation of gelu', () => {
    // ½·(1 + tanh(√(2/π)·1.044715)) = sigmoid(2·0.8335591…)
    expect(apart(y('gelu', [1], { approximate: 'tanh' }), [0.8411919906082768])).toBeLessThan(
      1e-14,
    );
  });

  it('give NaN for NaN and at the ends what their formulas say', () => {
    const ends = [NaN, -Infinity, Infinity];
    expect(y('relu6', ends)).toEqual([NaN, 0, 6]);
    expect(y('sigmoid', ends)).toEqual([NaN, 0, 1]);
    expect(y('elu', ends)).toEqual([NaN, -1, Infinity]);
    expect(y('softplus', ends)).toEqual([NaN, 0, Infinity]);
    for (const op of ['swish', 'hardSwish', 'gelu', 'mish'])
      expect(y(op, ends)).toEqual([NaN, NaN, Infinity]);
    expect(y('softsign', ends)).toEqual([NaN, NaN, NaN]);
    expect(y('clip', ends, { min: -1, max: 2 })).toEqual([NaN, -1, 2]);
  });

  it('round a half to even', () => {
    expect(y('round', [0.5, 1.5, 2.5, -1.5, -2.5, 1.4, -0.6, 8388609])).toEqual([
      0, 2, 2, -2, -2, 1, -1, 8388609,
    ]);
  });
});
