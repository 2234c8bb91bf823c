import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

const row = tensor('float32', [3], [1, 2, 3]);

describe('the pad kernel', () => {
  it('surrounds with a constant', async () => {
    const x = tensor('int32', [2, 2], [1, 2, 3, 4]);
    const [y] = await runKernel('pad', { x }, { before: [1, 0], after: [0, 2], value: 7 });
    expect(y).toEqual(tensor('int32', [3, 4], [7, 7, 7, 7, 1, 2, 7, 7, 3, 4, 7, 7]));
  });

  it('repeats edges and mirrors', async () => {
    const [edge] = await runKernel('pad', { x: row }, { before: [2], after: [1], mode: 'edge' });
    expect([...edge!.data]).toEqual([1, 1, 1, 2, 3, 3]);
    const [mirror] = await runKernel(
      'pad',
      { x: row },
      { before: [2], after: [2], mode: 'reflect' },
    );
    expect([...mirror!.data]).toEqual([3, 2, 1, 2, 3, 2, 1]);
  });

  it('mirrors rows and columns of a map', async () => {
    const x = tensor('float32', [1, 2, 2, 2], [1, -1, 2, -2, 3, -3, 4, -4]);
    const pads = { before: [0, 1, 0, 0], after: [0, 0, 1, 0] };
    const [y] = await runKernel('pad', { x }, { ...pads, mode: 'reflect' });
    expect([...y!.data].filter((v) => v > 0)).toEqual([3, 4, 3, 1, 2, 1, 3, 4, 3]);
  });

  it('pads nothing, a scalar and an empty axis', async () => {
    expect(await runKernel('pad', { x: row }, { before: [0], after: [0], mode: 'edge' })).toEqual([
      row,
    ]);
    const one = tensor('float32', [], [5]);
    expect(await runKernel('pad', { x: one }, { before: [], after: [], mode: 'reflect' })).toEqual([
      one,
    ]);
    const [y] = await runKernel(
      'pad',
      { x: tensor('bool', [0]) },
      { before: [1], after: [1], value: 1 },
    );
    expect([...y!.data]).toEqual([1, 1]);
  });
});
