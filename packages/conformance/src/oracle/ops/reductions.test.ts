import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { evaluateNode } from '../evaluate-node.js';
import type { Exact } from '../exact.js';

const x = tensor('float32', [2, 3], [1, -2, 3, 4, 5, -6]);

function reduce(op: string, attributes: Readonly<Record<string, unknown>> = {}, given = x): Exact {
  return evaluateNode(op, { x: given }, attributes)[0]!;
}

const list = ({ value }: Exact): number[] => [...value];

describe('reductions', () => {
  it('follow their formulas along an axis', () => {
    const axes = { axes: [1] };
    expect(list(reduce('reduceSum', axes))).toEqual([2, 3]);
    expect(list(reduce('reduceMean', axes))).toEqual([2 / 3, 1]);
    expect(list(reduce('reduceMax', axes))).toEqual([3, 5]);
    expect(list(reduce('reduceMin', axes))).toEqual([-2, -6]);
    expect(list(reduce('reduceProd', axes))).toEqual([-6, -120]);
    // Σ|x|
    expect(list(reduce('reduceL1', axes))).toEqual([6, 15]);
    // √(1 + 4 + 9), √(16 + 25 + 36)
    expect(list(reduce('reduceL2', axes))).toEqual([Math.sqrt(14), Math.sqrt(77)]);
    expect(list(reduce('reduceSumSquare', axes))).toEqual([14, 77]);
    // ln(e + e⁻² + e³), ln(e⁴ + e⁵ + e⁻⁶)
    const [first, second] = list(reduce('reduceLogSumExp', axes));
    expect(first).toBeCloseTo(3.1328452337275756, 13);
    expect(second).toBeCloseTo(5.313273897365323, 13);
  });

  it('take all axes, one, none, from either end, kept or left out', () => {
    const sums: readonly [
      Readonly<Record<string, unknown>>,
      readonly number[],
      readonly number[],
    ][] = [
      [{}, [], [5]],
      [{ keepDims: true }, [1, 1], [5]],
      [{ axes: [0] }, [3], [5, 3, -3]],
      [{ axes: [-2], keepDims: true }, [1, 3], [5, 3, -3]],
      [{ axes: [] }, [2, 3], [1, -2, 3, 4, 5, -6]],
    ];
    for (const [attributes, shape, values] of sums) {
      const y = reduce('reduceSum', attributes);
      expect(y.shape).toEqual(shape);
      expect(list(y)).toEqual(values);
    }
  });

  it('have a value of nothing', () => {
    const empty = tensor('float32', [1, 0]);
    const of = (op: string) => list(reduce(op, { axes: [1] }, empty))[0];
    expect(['reduceSum', 'reduceProd', 'reduceL1', 'reduceL2'].map(of)).toEqual([0, 1, 0, 0]);
    expect(['reduceMax', 'reduceMin', 'reduceLogSumExp', 'reduceMean'].map(of)).toEqual([
      -Infinity,
      Infinity,
      -Infinity,
      NaN,
    ]);
  });

  it('are bounded by the magnitude of what cancels', () => {
    const terms = tensor('float32', [3], [1e6, 1, -1e6]);
    const { value, error } = reduce('reduceSum', {}, terms);
    expect(value[0]).toBe(1);
    // γ₃ · 2 000 001 and the rounding of 1
    expect(error[0]).toBeGreaterThan(0.35);
    expect(error[0]).toBeLessThan(0.36);
  });

  it('leave a product open that may overflow on the way', () => {
    const { value, error } = reduce(
      'reduceProd',
      {},
      tensor('float32', [4], [1e30, 1e-30, 1e30, 1e-30]),
    );
    expect(value[0]).toBeCloseTo(1, 5);
    expect(error[0]).toBe(Infinity);
  });
});

describe('softmax', () => {
  it('shares one out among the classes', () => {
    // e^x / Σ e^x with e⁰ = 1, e^ln3 = 3
    const y = reduce('softmax', {}, tensor('float32', [1, 2], [0, Math.log(3)]));
    expect(y.value[0]).toBeCloseTo(0.25, 7);
    expect(y.value[1]).toBeCloseTo(0.75, 7);
    const log = reduce('logSoftmax', {}, tensor('float32', [1, 2], [1000, 1000]));
    for (const v of log.value) expect(v).toBeCloseTo(-Math.LN2, 12);
  });

  it('has NaN where ∞ − ∞ stands in the formula', () => {
    const rows = tensor('float32', [3, 2], [-Infinity, 0, -Infinity, -Infinity, Infinity, 0]);
    expect(list(reduce('softmax', {}, rows))).toEqual([0, 1, NaN, NaN, NaN, NaN]);
    expect(list(reduce('logSoftmax', {}, rows))).toEqual([-Infinity, 0, NaN, NaN, NaN, -Infinity]);
  });

  it('runs along any axis', () => {
    const columns = reduce('softmax', { axis: 0 }, tensor('float32', [2, 2], [0, 5, 0, 5]));
    expect(list(columns)).toEqual([0.5, 0.5, 0.5, 0.5]);
  });
});

describe('cumsum', () => {
  it('sums up to, from, with and without each element', () => {
    const line = tensor('int32', [4], [1, 2, 3, 4]);
    const sums = (attributes: object) =>
      list(evaluateNode('cumsum', { x: line }, { axis: 0, ...attributes })[0]!);
    expect(sums({})).toEqual([1, 3, 6, 10]);
    expect(sums({ exclusive: true })).toEqual([0, 1, 3, 6]);
    expect(sums({ reverse: true })).toEqual([10, 9, 7, 4]);
    expect(sums({ exclusive: true, reverse: true })).toEqual([9, 7, 4, 0]);
  });
});
