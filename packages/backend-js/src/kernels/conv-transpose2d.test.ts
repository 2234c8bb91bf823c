import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

const f = (shape: readonly number[], data: readonly number[]) => tensor('float32', shape, data);

async function transposed(
  x: ReturnType<typeof f>,
  filter: ReturnType<typeof f>,
  attributes: Readonly<Record<string, unknown>> = {},
  bias?: ReturnType<typeof f>,
) {
  const [y] = await runKernel('convTranspose2d', { x, filter, bias }, attributes);
  const [constant] = await runKernel('convTranspose2d', { x, filter, bias }, attributes, [
    'filter',
    'bias',
  ]);
  expect(constant).toEqual(y);
  return y!;
}

const row = f([1, 1, 3, 1], [1, 2, 3]);
const kernel = f([1, 3, 1, 1], [1, 10, 100]);

describe('the convTranspose2d kernel', () => {
  it('adds a scaled filter at each pixel', async () => {
    // 1·[1 10 100] at 0, 2·[…] at 1, 3·[…] at 2.
    const y = await transposed(row, kernel);
    expect(y).toEqual(f([1, 1, 5, 1], [1, 12, 123, 230, 300]));
  });

  it('strides and dilates in the result', async () => {
    const strided = await transposed(row, kernel, { strides: 2 });
    expect([...strided.data]).toEqual([1, 10, 102, 20, 203, 30, 300]);
    const dilated = await transposed(row, kernel, { dilations: [1, 2] });
    expect([...dilated.data]).toEqual([1, 2, 13, 20, 130, 200, 300]);
  });

  it('cuts what each kind of padding says', async () => {
    expect([...(await transposed(row, kernel, { padding: 'same' })).data]).toEqual([12, 123, 230]);
    const even = f([1, 2, 1, 1], [1, 10]);
    expect([...(await transposed(row, even, { padding: 'same' })).data]).toEqual([1, 12, 23]);
    expect([...(await transposed(row, even, { padding: 'sameLower' })).data]).toEqual([12, 23, 30]);
    const padding = { top: 0, bottom: 0, left: 2, right: 1 };
    expect([...(await transposed(row, kernel, { padding })).data]).toEqual([123, 230]);
  });

  it('adds columns of bias with outputPadding and wide strides', async () => {
    const bias = f([1], [0.5]);
    const y = await transposed(
      row,
      f([1, 1, 1, 1], [2]),
      { strides: [1, 2], outputPadding: [0, 2] },
      bias,
    );
    expect([...y.data]).toEqual([2.5, 0.5, 4.5, 0.5, 6.5, 0.5, 0.5]);
    const same = await transposed(row, f([1, 1, 1, 1], [2]), { strides: [1, 2], padding: 'same' });
    expect([...same.data]).toEqual([2, 0, 4, 0, 6, 0]);
  });

  it('sums channels, and only those of a group', async () => {
    const x = f([1, 1, 1, 4], [1, 2, 3, 4]);
    // Two filters of two channels each: [1 10], [100 1000] for the first group.
    const filter = f([1, 1, 4, 2], [1, 10, 100, 1000, 2, 20, 200, 2000]);
    expect([...(await transposed(x, filter)).data]).toEqual([
      1 + 200 + 6 + 800,
      10 + 2000 + 60 + 8000,
    ]);
    const grouped = await transposed(x, filter, { groups: 2 });
    expect([...grouped.data]).toEqual([201, 2010, 6 + 800, 60 + 8000]);
  });

  it('scatters rows of every image', async () => {
    const x = f([2, 2, 1, 1], [1, 2, 3, 4]);
    const y = await transposed(x, f([2, 1, 1, 1], [1, 10]), { activation: 'relu' });
    expect([...y.data]).toEqual([1, 12, 20, 3, 34, 40]);
  });

  it('gives nothing for no pixel', async () => {
    expect((await transposed(f([1, 0, 2, 1], []), kernel, { strides: 2 })).shape).toEqual([
      1, 0, 5, 1,
    ]);
    expect((await transposed(f([0, 1, 3, 1], []), kernel)).shape).toEqual([0, 1, 5, 1]);
  });
});
