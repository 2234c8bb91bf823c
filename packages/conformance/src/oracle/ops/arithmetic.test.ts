import { type DType, graphBuilder, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { evaluateGraph } from '../evaluate.js';
import { evaluateNode } from '../evaluate-node.js';

function of(
  op: string,
  dtype: DType,
  a: readonly number[],
  b: readonly number[],
  attributes = {},
): number[] {
  const operands = { a: tensor(dtype, [a.length], a), b: tensor(dtype, [b.length], b) };
  return [...evaluateNode(op, operands, attributes)[0]!.value];
}

const [least, most] = [-(2 ** 31), 2 ** 31 - 1];

describe('arithmetic of integers', () => {
  it('wraps', () => {
    expect(of('add', 'int32', [most, least], [1, -1])).toEqual([least, most]);
    expect(of('sub', 'uint8', [0, 3], [1, 5])).toEqual([255, 254]);
    // 65537² = 2³² + 2¹⁷ + 1; −2³¹·−1 = 2³¹
    expect(of('mul', 'int32', [65537, least], [65537, -1])).toEqual([131073, least]);
  });

  it('divides toward zero, by 0 to 0', () => {
    expect(of('div', 'int32', [7, -7, 7, -7, 5, least], [2, 2, -2, -2, 0, -1])).toEqual([
      3,
      -3,
      -3,
      3,
      0,
      least,
    ]);
  });

  it('takes the remainder with either sign', () => {
    const [a, b] = [
      [7, -7, 7, -7, 5],
      [3, 3, -3, -3, 0],
    ];
    expect(of('mod', 'int32', a, b)).toEqual([1, 2, -2, -1, 0]);
    expect(of('mod', 'int32', a, b, { sign: 'dividend' })).toEqual([1, -1, 1, -1, 0]);
  });

  it('raises to powers', () => {
    // 3²⁰ = 3486784401 = 2³² − 808182895
    expect(of('pow', 'int32', [3, -2, 2, 2, -1, 0, 5], [20, 3, 31, 32, -3, -1, 0])).toEqual([
      -808182895,
      -8,
      least,
      0,
      -1,
      0,
      1,
    ]);
  });
});

describe('arithmetic of floats', () => {
  it('takes the remainder with either sign', () => {
    const [a, b] = [
      [5.5, -5.5, 5.5, -5.5, -1, 1, 4],
      [2, 2, -2, -2, Infinity, Infinity, 0],
    ];
    expect(of('mod', 'float32', a, b)).toEqual([1.5, 0.5, -0.5, -1.5, Infinity, 1, NaN]);
    expect(of('mod', 'float32', a, b, { sign: 'dividend' })).toEqual([
      1.5,
      -1.5,
      1.5,
      -1.5,
      -1,
      1,
      NaN,
    ]);
  });

  it('raises to powers as IEEE 754 does', () => {
    const a = [2, 4, -2, -8, 0, 0, -0, 1, -1, NaN, 0.5, -2];
    const b = [10, 0.5, 3, 1 / 3, 0, -1, -1, NaN, Infinity, 0, Infinity, 0.5];
    expect(of('pow', 'float32', a, b)).toEqual([
      1024,
      2,
      -8,
      NaN,
      1,
      Infinity,
      -Infinity,
      1,
      1,
      1,
      0,
      NaN,
    ]);
  });

  it('lets NaN through the extremes', () => {
    expect(of('maximum', 'float32', [1, NaN, 2], [NaN, 1, 3])).toEqual([NaN, NaN, 3]);
    expect(of('minimum', 'float32', [1, NaN, 2], [NaN, 1, 3])).toEqual([NaN, NaN, 2]);
  });

  it('divides by zero as IEEE 754 does', () => {
    expect(of('div', 'float32', [1, -1, 0, 1], [0, 0, 0, -0])).toEqual([
      Infinity,
      -Infinity,
      NaN,
      -Infinity,
    ]);
  });
});

describe('broadcasting', () => {
  it('aligns shapes at the end', () => {
    const a = tensor('float32', [2, 1, 2], [1, 2, 3, 4]);
    const b = tensor('float32', [3, 1], [10, 20, 30]);
    const [y] = evaluateNode('add', { a, b });
    expect(y!.shape).toEqual([2, 3, 2]);
    expect([...y!.value]).toEqual([11, 12, 21, 22, 31, 32, 13, 14, 23, 24, 33, 34]);
  });

  it('takes three operands for a choice', () => {
    const condition = tensor('bool', [2, 1], [1, 0]);
    const [a, b] = [tensor('int32', [], [7]), tensor('int32', [3], [1, 2, 3])];
    expect([...evaluateNode('where', { condition, a, b })[0]!.value]).toEqual([7, 7, 7, 1, 2, 3]);
  });
});

describe('comparisons', () => {
  it('are false with NaN, but for unequal', () => {
    const [a, b] = [
      [1, NaN, NaN, -0],
      [NaN, 1, NaN, 0],
    ];
    for (const op of ['less', 'greater']) expect(of(op, 'float32', a, b)).toEqual([0, 0, 0, 0]);
    for (const op of ['equal', 'lessOrEqual', 'greaterOrEqual'])
      expect(of(op, 'float32', a, b)).toEqual([0, 0, 0, 1]);
    expect(of('notEqual', 'float32', a, b)).toEqual([1, 1, 1, 0]);
  });

  it('are open where rounding before them decides', () => {
    const g = graphBuilder('g');
    const x = g.input('x', 'float32', [2]);
    const y = g.exp({ x });
    g.output('less', g.less({ a: y, b: g.constant('b', tensor('float32', [], [Math.E])) }));
    g.output('floor', g.floor({ x: y }));
    const { outputs } = evaluateGraph(g.build(), { x: tensor('float32', [2], [1, 0]) });
    // e^1 may round to either side of e, and so may e^0 of 1.
    expect([...outputs['less']!.error]).toEqual([Infinity, 0]);
    expect([...outputs['floor']!.error]).toEqual([0, Infinity]);
  });
});
