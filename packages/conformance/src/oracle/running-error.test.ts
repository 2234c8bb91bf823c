import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { compareTensor } from '../compare/compare-tensor.js';
import { tolerancePolicy } from '../tolerance/policy.js';
import { evaluateNode } from './evaluate-node.js';
import { arithmetic, type Running } from './running-error.js';

const a = arithmetic(tolerancePolicy('cpu'));
const r = Math.fround;
const exp = (v: number): number => r(Math.exp(v));

/** Formulas as a plain float32 engine writes them, every step rounded. */
const naive: Readonly<Record<string, (x: number) => number>> = {
  sigmoid: (x) => r(1 / r(1 + exp(-x))),
  swish: (x) => r(x * r(1 / r(1 + exp(-x)))),
  softplus: (x) => (x > 80 ? x : r(Math.log(r(1 + exp(x))))),
  mish: (x) => r(x * r(Math.tanh(x > 80 ? x : r(Math.log(r(1 + exp(x))))))),
  elu: (x) => (x < 0 ? r(exp(x) - 1) : x),
  softsign: (x) => r(x / r(1 + Math.abs(x))),
  hardSwish: (x) => r(r(x * Math.min(Math.max(r(x + 3), 0), 6)) / 6),
  hardSigmoid: (x) => Math.min(Math.max(r(r(r(0.2) * x) + 0.5), 0), 1),
};

/** The same with a mistake in it. */
const wrong: typeof naive = {
  sigmoid: (x) => r(1 / r(1 + exp(-1.00001 * x))),
  swish: (x) => r(x * r(1 / r(1 + exp(-1.702 * x)))),
  softplus: (x) => Math.max(x, 0),
  mish: (x) => r(x * r(Math.tanh(Math.max(x, 0)))),
  elu: (x) => (x < 0 ? r(r(exp(x) - 1) * 1.00001) : x),
  softsign: (x) => r(x / r(1.00001 + Math.abs(x))),
  hardSwish: (x) => r(x * Math.min(Math.max(r(r(0.2) * x + 0.5), 0), 1)),
  hardSigmoid: (x) => Math.min(Math.max(r(r(x / 6) + 0.5), 0), 1),
};

const x = tensor(
  'float32',
  [4001],
  Array.from({ length: 4001 }, (_, i) => (i - 2000) / 200),
);

describe('bounds of composite functions', () => {
  for (const [op, f] of Object.entries(naive)) {
    it(`${op}: take a plain float32 engine and refuse a mistake`, () => {
      const [exact] = evaluateNode(op, { x });
      const plain = tensor('float32', x.shape, Array.from(x.data, f));
      const mistaken = tensor('float32', x.shape, Array.from(x.data, wrong[op]!));
      expect(compareTensor(plain, exact!).first).toBeUndefined();
      expect(compareTensor(mistaken, exact!).wrong).toBeGreaterThan(100);
    });
  }
});

describe('running error analysis', () => {
  const u = 2 ** -24;
  const off = (value: number, error: number): Running => ({ value, error });

  it('adds one rounding a step', () => {
    expect(a.add(a.exact(1), a.exact(2)).error).toBeCloseTo(3 * u, 12);
    expect(a.multiply(a.exact(3), a.exact(4)).error).toBeCloseTo(12 * u, 12);
    expect(a.divide(a.exact(1), a.exact(4)).error).toBeCloseTo(u / 4, 12);
  });

  it('knows that a constant may not be a float32', () => {
    expect([a.constant(0.5).error, a.constant(0.1).error]).toEqual([0, u * 0.1]);
  });

  it('passes errors on', () => {
    // |a|·eb + |b|·ea + ea·eb
    expect(a.multiply(off(2, 0.1), off(-3, 0.2)).error).toBeCloseTo(0.4 + 0.3 + 0.02, 6);
    // (ea + |a/b|·eb) / (|b| − eb)
    expect(a.divide(off(2, 0.1), off(4, 0.5)).error).toBeCloseTo((0.1 + 0.5 * 0.5) / 3.5, 6);
    // e^(1 ± 0.1) moves by at most e^1.1 − e
    expect(a.call('exp', off(1, 0.1)).error).toBeCloseTo(Math.exp(1.1) - Math.E, 5);
  });

  it('leaves open what may change class', () => {
    expect(a.divide(a.exact(1), off(0.1, 0.2)).error).toBe(Infinity);
    expect(a.call('log', off(0.1, 0.2)).error).toBe(Infinity);
    expect(a.multiply(a.exact(Infinity), off(0, 1e-30)).error).toBe(Infinity);
  });

  it('is sure of a class that nothing can change', () => {
    expect(a.add(a.exact(Infinity), off(1, 0.5))).toEqual({ value: Infinity, error: 0.5 });
    expect(a.divide(a.exact(1), a.exact(Infinity)).value).toBe(0);
    expect(a.call('tanh', off(50, 1))).toEqual({ value: 1, error: 0 });
  });
});
