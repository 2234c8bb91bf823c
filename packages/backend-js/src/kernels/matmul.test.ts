import { sizeOf, type Tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { randomTensor } from '../testing/numbers.js';
import { runKernel } from '../testing/run-kernel.js';

/** Element `[row, column]` of matrix `index` of a batch that broadcasts against `batch`. */
function at(
  t: Tensor,
  batch: readonly number[],
  index: number,
  row: number,
  column: number,
): number {
  const own = t.shape.slice(0, -2);
  const [rows, columns] = t.shape.slice(-2) as [number, number];
  let matrix = 0;
  let rest = index;
  let stride = 1;
  for (let axis = batch.length - 1, back = 1; axis >= 0; axis--, back++) {
    const position = rest % batch[axis]!;
    rest = Math.floor(rest / batch[axis]!);
    const extent = own.at(-back) ?? 1;
    if (back <= own.length) {
      matrix += (extent === 1 ? 0 : position) * stride;
      stride *= extent;
    }
  }
  return t.data[(matrix * rows + row) * columns + column]!;
}

const cases = [
  { a: [3, 5], b: [5, 7] },
  { a: [1, 1], b: [1, 1] },
  { a: [9, 4], b: [4, 3] },
  { a: [2, 5, 6], b: [2, 6, 8] },
  { a: [4, 1, 5, 6], b: [3, 6, 2] },
  { a: [5, 6], b: [2, 3, 6, 4] },
  { a: [2, 3, 1, 2], b: [2, 1, 2, 5] },
  { a: [3, 0], b: [0, 2] },
  { a: [0, 3], b: [3, 2] },
];

describe.each(cases)('matmul $a by $b', ({ a: left, b: right }) => {
  it.each([
    { transposeA: false, transposeB: false },
    { transposeA: true, transposeB: false },
    { transposeA: false, transposeB: true },
    { transposeA: true, transposeB: true },
  ])('%o', async ({ transposeA, transposeB }) => {
    const turned = (shape: readonly number[], turn: boolean) =>
      turn ? [...shape.slice(0, -2), shape.at(-1)!, shape.at(-2)!] : shape;
    const a = randomTensor(turned(left, transposeA), 1);
    const b = randomTensor(turned(right, transposeB), 2);
    const [m, depth, n] = [left.at(-2)!, left.at(-1)!, right.at(-1)!];
    for (const constants of [[], ['b'], ['a']]) {
      const [y] = await runKernel('matmul', { a, b }, { transposeA, transposeB }, constants);
      const batch = y!.shape.slice(0, -2);
      const wanted = Array.from({ length: sizeOf(y!.shape) }, (_, i) => {
        const [column, row, index] = [i % n, Math.floor(i / n) % m, Math.floor(i / n / m)];
        let sum = 0;
        for (let k = 0; k < depth; k++) {
          const x = transposeA ? at(a, batch, index, k, row) : at(a, batch, index, row, k);
          sum += x * (transposeB ? at(b, batch, index, column, k) : at(b, batch, index, k, column));
        }
        return Math.fround(sum);
      });
      expect([...y!.data]).toEqual(wanted);
    }
  });
});

describe('dense', () => {
  it.each([1, 3, 4, 5, 8])('multiplies %i rows and adds the bias', async (rows) => {
    const x = randomTensor([rows, 6], 3);
    const filter = randomTensor([6, 5], 4);
    const bias = randomTensor([5], 5);
    for (const constants of [[], ['filter', 'bias'], ['filter']]) {
      const [y] = await runKernel('dense', { x, filter, bias }, {}, constants);
      const wanted = Array.from({ length: rows * 5 }, (_, i) => {
        const [row, column] = [Math.floor(i / 5), i % 5];
        let sum = bias.data[column]!;
        for (let k = 0; k < 6; k++) sum += x.data[row * 6 + k]! * filter.data[k * 5 + column]!;
        return Math.fround(sum);
      });
      expect([...y!.data]).toEqual(wanted);
    }
  });

  it('takes a vector', async () => {
    const operands = { x: randomTensor([6], 3), filter: randomTensor([6, 5], 4) };
    const [y] = await runKernel('dense', operands, { activation: 'relu' });
    expect(y!.shape).toEqual([5]);
    expect(Math.min(...y!.data)).toBe(0);
  });
});
