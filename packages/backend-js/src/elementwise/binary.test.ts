import { type DType, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

async function on(
  op: string,
  a: readonly number[],
  b: readonly number[],
  { attributes = {}, dtype = 'float32' as DType } = {},
) {
  const [y] = await runKernel(
    op,
    { a: tensor(dtype, [a.length], a), b: tensor(dtype, [b.length], b) },
    attributes,
  );
  return [...y!.data];
}

describe('float32', () => {
  it.each([
    ['add', [1, inf, nan], [2, -inf, 1], [3, nan, nan]],
    ['sub', [1, inf, -0], [2, inf, 0], [-1, nan, -0]],
    ['mul', [3, 0, -2], [2, inf, 0], [6, nan, -0]],
    ['div', [1, -1, 0, 6], [0, 0, 0, 4], [inf, -inf, nan, 1.5]],
    ['minimum', [1, nan, 3, -inf], [2, 1, nan, inf], [1, nan, nan, -inf]],
    ['maximum', [1, nan, 3, -inf], [2, 1, nan, inf], [2, nan, nan, inf]],
    [
      'pow',
      [2, 1, -1, nan, -8, -2, 0],
      [10, nan, inf, 0, 0.5, 3, -1],
      [1024, 1, 1, 1, nan, -8, inf],
    ],
  ])('%s', async (op, a, b, wanted) => {
    expect(await on(op, a, b)).toEqual(wanted);
  });

  it('takes remainders with either sign', async () => {
    const a = [7, -7, 7, -7, 6, -6, 5, -5, 5];
    const b = [3, 3, -3, -3, -3, 3, inf, inf, 0];
    expect(await on('mod', a, b)).toEqual([1, 2, -2, -1, -0, 0, 5, inf, nan]);
    expect(await on('mod', a, b, { attributes: { sign: 'dividend' } })).toEqual([
      1,
      -1,
      1,
      -1,
      0,
      -0,
      5,
      -5,
      nan,
    ]);
  });

  it('compares', async () => {
    const [a, b] = [
      [1, 2, 0, nan],
      [2, 1, -0, nan],
    ];
    expect(await on('equal', a, b)).toEqual([0, 0, 1, 0]);
    expect(await on('notEqual', a, b)).toEqual([1, 1, 0, 1]);
    expect(await on('less', a, b)).toEqual([1, 0, 0, 0]);
    expect(await on('lessOrEqual', a, b)).toEqual([1, 0, 1, 0]);
    expect(await on('greater', a, b)).toEqual([0, 1, 0, 0]);
    expect(await on('greaterOrEqual', a, b)).toEqual([0, 1, 1, 0]);
  });
});

describe('integers', () => {
  const int32 = { dtype: 'int32' } as const;
  const uint8 = { dtype: 'uint8' } as const;

  it('wrap', async () => {
    expect(await on('add', [2 ** 31 - 1], [1], int32)).toEqual([-(2 ** 31)]);
    expect(await on('sub', [3], [5], uint8)).toEqual([254]);
    expect(await on('mul', [123456789], [987654321], int32)).toEqual([-67153019]);
    expect(await on('mul', [200], [2], uint8)).toEqual([144]);
    expect(await on('pow', [3, -2, 1, -1, -1, 5, 0], [21, 31, -4, -3, -2, -1, -1], int32)).toEqual([
      1870418611, -2147483648, 1, -1, 1, 0, 0,
    ]);
  });

  it('divide toward zero, by zero to zero', async () => {
    expect(await on('div', [7, -7, 5, -(2 ** 31)], [2, 2, 0, -1], int32)).toEqual([
      3,
      -3,
      0,
      -(2 ** 31),
    ]);
    expect(await on('mod', [7, -7, 7, 5], [3, 3, -3, 0], int32)).toEqual([1, 2, -2, 0]);
    expect(
      await on('mod', [7, -7, 7, 5], [3, 3, -3, 0], { ...int32, attributes: { sign: 'dividend' } }),
    ).toEqual([1, -1, 1, 0]);
  });

  it('combine as bools', async () => {
    const [a, b] = [
      [0, 0, 1, 1],
      [0, 1, 0, 1],
    ];
    const bool = { dtype: 'bool' } as const;
    expect(await on('logicalAnd', a, b, bool)).toEqual([0, 0, 0, 1]);
    expect(await on('logicalOr', a, b, bool)).toEqual([0, 1, 1, 1]);
    expect(await on('logicalXor', a, b, bool)).toEqual([0, 1, 1, 0]);
  });
});

describe('broadcasting', () => {
  const counted = (shape: readonly number[], from = 0) =>
    tensor(
      'float32',
      shape,
      Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => from + i),
    );

  /** `10·a − b` by the definition of broadcasting. */
  function expected(
    a: readonly number[],
    b: readonly number[],
    result: readonly number[],
  ): number[] {
    const size = result.reduce((x, y) => x * y, 1);
    const at = (shape: readonly number[], flat: number): number => {
      let index = 0;
      let stride = 1;
      for (let axis = result.length - 1, rest = flat; axis >= 0; axis--) {
        const own = shape[axis - result.length + shape.length] ?? 1;
        if (own > 1) index += (rest % result[axis]!) * stride;
        stride *= own;
        rest = Math.floor(rest / result[axis]!);
      }
      return index;
    };
    return Array.from({ length: size }, (_, i) => at(a, i) - (100 + at(b, i)));
  }

  it.each([
    [
      [2, 3],
      [2, 3],
      [2, 3],
    ],
    [[2, 3, 4], [4], [2, 3, 4]],
    [[4], [2, 3, 4], [2, 3, 4]],
    [[2, 3, 4], [], [2, 3, 4]],
    [[], [2, 3], [2, 3]],
    [[], [], []],
    [
      [2, 3, 1],
      [1, 4],
      [2, 3, 4],
    ],
    [
      [2, 1, 4],
      [3, 1],
      [2, 3, 4],
    ],
    [
      [2, 5, 5, 3],
      [2, 1, 1, 3],
      [2, 5, 5, 3],
    ],
    [
      [2, 1, 3, 1, 2],
      [4, 1, 5, 1],
      [2, 4, 3, 5, 2],
    ],
    [
      [0, 3],
      [1, 3],
      [0, 3],
    ],
  ])('%j with %j', async (a, b, shape) => {
    const [y] = await runKernel('sub', { a: counted(a), b: counted(b, 100) });
    expect(y?.shape).toEqual(shape);
    expect([...y!.data]).toEqual(expected(a, b, shape));
  });

  it('does not write over an operand that is stretched', async () => {
    // 4 floats of a have as many bytes as 16 bools of y.
    const [y] = await runKernel('less', { a: counted([4, 1]), b: counted([1, 4]) });
    expect([...y!.data]).toEqual([0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0]);
  });
});

describe('where and prelu', () => {
  it('chooses, also beside NaN', async () => {
    const condition = tensor('bool', [2, 1], [1, 0]);
    const a = tensor('float32', [3], [1, 2, nan]);
    const [y] = await runKernel('where', { condition, a, b: tensor('float32', [], [-1]) });
    expect([...y!.data]).toEqual([1, 2, nan, -1, -1, -1]);
  });

  it('scales what is below 0', async () => {
    const x = tensor('float32', [2, 3], [-1, -2, -3, 4, nan, -inf]);
    const [y] = await runKernel('prelu', { x, slope: tensor('float32', [3], [2, 3, 4]) });
    expect([...y!.data]).toEqual([-2, -6, -12, 4, nan, -inf]);
    const [z] = await runKernel('prelu', { x, slope: tensor('float32', [2, 1], [2, 0.5]) });
    expect([...z!.data]).toEqual([-2, -4, -6, 4, nan, -inf]);
  });
});
