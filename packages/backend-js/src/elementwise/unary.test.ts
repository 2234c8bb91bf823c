import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

/** f over some numbers, on the kernel. */
async function on(
  op: string,
  numbers: readonly number[],
  attributes = {},
  dtype = 'float32' as const,
) {
  const x = tensor(dtype, [numbers.length], numbers);
  const [y] = await runKernel(op, { x }, attributes);
  return [...y!.data];
}

/** The greatest relative error against a reference in double precision, in units of float32's roundoff. */
function error(got: readonly number[], wanted: readonly number[]): number {
  return Math.max(
    ...got.map(
      (y, i) => Math.abs(y - wanted[i]!) / Math.max(Math.abs(wanted[i]!), 1e-37) / 2 ** -24,
    ),
  );
}

const line = Array.from({ length: 4001 }, (_, i) => Math.fround((i - 2000) / 100));

describe('ops that are exact', () => {
  it.each([
    ['relu', {}, [-inf, -2, -0.5, 0, 3, inf, nan], [0, 0, 0, 0, 3, inf, nan]],
    ['relu6', {}, [-inf, -2, 1e-30, 5.5, 7, inf, nan], [0, 0, Math.fround(1e-30), 5.5, 6, 6, nan]],
    ['leakyRelu', { alpha: 0.5 }, [-inf, -2, 0, 3, inf, nan], [-inf, -1, 0, 3, inf, nan]],
    ['thresholdedRelu', { alpha: 2 }, [-inf, 1, 2, 2.5, inf, nan], [0, 0, 0, 2.5, inf, nan]],
    ['clip', { min: -1, max: 2 }, [-inf, -3, 0.5, 4, inf, nan], [-1, -1, 0.5, 2, 2, nan]],
    ['clip', { min: 0, max: 4 }, [-inf, -3, 0.5, 5, inf, nan], [0, 0, 0.5, 4, 4, nan]],
    ['clip', { min: 3, max: 1 }, [0, 2, 5], [1, 1, 1]],
    ['clip', {}, [-inf, 1, nan], [-inf, 1, nan]],
    ['hardSigmoid', {}, [-inf, -3, -1.25, 0, 3, inf, nan], [0, 0, 0.25, 0.5, 1, 1, nan]],
    [
      'hardSwish',
      {},
      [-inf, -1e30, -4, -3, -1.5, 0, 3, 1e30, inf, nan],
      [nan, -0, -0, -0, -0.375, 0, 3, Math.fround(1e30), inf, nan],
    ],
    ['abs', {}, [-inf, -2, -0, nan], [inf, 2, 0, nan]],
    ['neg', {}, [-inf, 2, 0, -0, nan], [inf, -2, -0, 0, nan]],
    ['sign', {}, [-inf, -2, -0, 0, 5, nan], [-1, -1, -0, 0, 1, nan]],
    ['floor', {}, [-1.5, -0, 0.5, inf, nan], [-2, -0, 0, inf, nan]],
    ['ceil', {}, [-1.5, -0.5, 0.5, -inf, nan], [-1, -0, 1, -inf, nan]],
    [
      'round',
      {},
      [-2.5, -1.5, -0.5, -0.2, 0.5, 1.5, 2.5, 2.6, 8388609, -inf, nan],
      [-2, -2, -0, -0, 0, 2, 2, 3, 8388609, -inf, nan],
    ],
    ['sqrt', {}, [-1, -0, 4, inf, nan], [nan, -0, 2, inf, nan]],
    ['rsqrt', {}, [-1, 0, 4, inf, nan], [nan, inf, 0.5, 0, nan]],
    ['reciprocal', {}, [-0, 0, 4, inf, nan], [-inf, inf, 0.25, 0, nan]],
    ['softsign', {}, [-3, 0, 1, inf], [-0.75, 0, 0.5, nan]],
    ['isNaN', {}, [nan, inf, 0], [1, 0, 0]],
    ['isInf', {}, [nan, inf, -inf, 0], [0, 1, 1, 0]],
  ])('%s %j', async (op, attributes, x, y) => {
    expect(await on(op, x, attributes)).toEqual(y);
  });
});

describe('ops with a series inside', () => {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const softplus = (x: number) => (x > 30 ? x : Math.log1p(Math.exp(x)));
  it.each<[string, object, (x: number) => number]>([
    ['exp', {}, Math.exp],
    ['sigmoid', {}, sigmoid],
    ['swish', {}, (x) => x * sigmoid(x)],
    ['swish', { beta: 1.5 }, (x) => x * sigmoid(1.5 * x)],
    ['tanh', {}, Math.tanh],
    ['softplus', {}, softplus],
    ['mish', {}, (x) => x * Math.tanh(softplus(x))],
    ['elu', { alpha: 0.5 }, (x) => (x < 0 ? 0.5 * Math.expm1(x) : x)],
    ['celu', { alpha: 2 }, (x) => (x < 0 ? 2 * Math.expm1(x / 2) : x)],
    ['selu', { alpha: 1.5, gamma: 2 }, (x) => 2 * (x < 0 ? 1.5 * Math.expm1(x) : x)],
    [
      'gelu',
      { approximate: 'tanh' },
      (x) => x / (1 + Math.exp(-2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
    ],
  ])('%s %j is rounded once', async (op, attributes, f) => {
    expect(error(await on(op, line, attributes), line.map(f))).toBeLessThan(1.05);
  });

  it('has erf to the last place', async () => {
    // Values of the DLMF, table 7.23.
    const x = [0.1, 0.4, 0.5, 0.6, 1, 2, 3];
    const wanted = [
      [0.1124629160182849, 0.4283923550466685, 0.5204998778130465, 0.6038560908479259],
      [0.8427007929497149, 0.9953222650189527, 0.9999779095030014],
    ].flat();
    expect(error(await on('erf', x), wanted.map(Math.fround))).toBeLessThan(2.1);
    expect(await on('erf', [-inf, -0, 0, inf, nan])).toEqual([-1, -0, 0, 1, nan]);
  });

  it('takes gelu far below 0 without cancellation', async () => {
    // x/2 · erfc(−x/√2) with erfc(5/√2) = 5.733031437583e-7 and erfc(1/√2) = 0.3173105078629.
    const wanted = [-2.5 * 5.733031437583e-7, -0.5 * 0.3173105078629, 0, 1 - 0.5 * 0.3173105078629];
    expect(error(await on('gelu', [-5, -1, 0, 1]), wanted)).toBeLessThan(1.05);
  });

  it.each([
    ['exp', [0, 1, inf, nan]],
    ['sigmoid', [0, 0.5, 1, nan]],
    ['swish', [nan, 0, inf, nan]],
    ['gelu', [nan, 0, inf, nan]],
    ['mish', [nan, 0, inf, nan]],
    ['tanh', [-1, 0, 1, nan]],
    ['softplus', [0, Math.fround(Math.LN2), inf, nan]],
    ['elu', [-1, 0, inf, nan]],
  ])('%s of −Infinity, 0, Infinity and NaN', async (op, wanted) => {
    expect(await on(op, [-inf, 0, inf, nan])).toEqual(wanted);
  });

  it.each(['swish', 'gelu', 'mish'])('%s of a very negative number is −0', async (op) => {
    expect(await on(op, [-200, -1e30])).toEqual([-0, -0]);
  });
});

describe('integers and bools', () => {
  it('keep their dtype', async () => {
    const x = tensor('int32', [4], [-(2 ** 31), -3, 0, 7]);
    const of = async (op: string, attributes = {}) => [
      ...(await runKernel(op, { x }, attributes))[0]!.data,
    ];
    expect(await of('relu')).toEqual([0, 0, 0, 7]);
    expect(await of('abs')).toEqual([-(2 ** 31), 3, 0, 7]);
    expect(await of('neg')).toEqual([-(2 ** 31), 3, 0, -7]);
    expect(await of('sign')).toEqual([-1, -1, 0, 1]);
    expect(await of('clip', { min: -3e9, max: 5 })).toEqual([-(2 ** 31), -3, 0, 5]);
  });

  it('cut the bounds of clip to the range of the dtype', async () => {
    const x = tensor('uint8', [3], [0, 100, 255]);
    const [y] = await runKernel('clip', { x }, { min: -5, max: 300 });
    expect([...y!.data]).toEqual([0, 100, 255]);
  });

  it('are negated by logicalNot', async () => {
    const [y] = await runKernel('logicalNot', { x: tensor('bool', [2], [0, 1]) });
    expect(y).toMatchObject({ dtype: 'bool', data: Uint8Array.of(1, 0) });
  });
});

describe('cast', () => {
  const floats = tensor('float32', [9], [-inf, -3e9, -1.9, -0.5, 0, 1.9, 300, inf, nan]);
  it.each([
    ['int32', [-(2 ** 31), -(2 ** 31), -1, 0, 0, 1, 300, 2 ** 31 - 1, 0]],
    ['uint8', [0, 0, 0, 0, 0, 1, 255, 255, 0]],
    ['bool', [1, 1, 1, 1, 0, 1, 1, 1, 1]],
  ])('float32 to %s', async (to, wanted) => {
    const [y] = await runKernel('cast', { x: floats }, { to });
    expect(y?.dtype).toBe(to);
    expect([...y!.data]).toEqual(wanted);
  });

  it('wraps int32 to uint8, rounds it to float32, and keeps what has the dtype', async () => {
    const x = tensor('int32', [3], [-1, 257, 16777217]);
    expect([...(await runKernel('cast', { x }, { to: 'uint8' }))[0]!.data]).toEqual([255, 1, 1]);
    expect([...(await runKernel('cast', { x }, { to: 'float32' }))[0]!.data]).toEqual([
      -1, 257, 16777216,
    ]);
    expect([...(await runKernel('cast', { x }, { to: 'int32' }))[0]!.data]).toEqual([
      -1, 257, 16777217,
    ]);
  });
});
