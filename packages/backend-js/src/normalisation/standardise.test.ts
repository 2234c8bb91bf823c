import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

const f = (shape: readonly number[], numbers: readonly number[]) =>
  tensor('float32', shape, numbers);

describe('normalisations', () => {
  // (x − mean) / √(variance + epsilon) · scale + offset with epsilon 0 throughout.
  it('batchNorm takes one line a channel', async () => {
    const channel = { mean: f([2], [1, 2]), variance: f([2], [4, 16]) };
    const x = f([1, 2, 2], [3, 6, 5, -2]);
    const [plain] = await runKernel('batchNorm', { x, ...channel }, { epsilon: 0 });
    expect([...plain!.data]).toEqual([1, 1, 2, -1]);
    const affine = { scale: f([2], [10, 20]), offset: f([2], [0.5, 1]) };
    const [y] = await runKernel('batchNorm', { x, ...channel, ...affine }, { epsilon: 0 });
    expect([...y!.data]).toEqual([10.5, 21, 20.5, -19]);
    const [second] = await runKernel('batchNorm', { x, ...channel }, { epsilon: 0, axis: 1 });
    expect([...second!.data]).toEqual([1, 2.5, 0.75, -1]);
  });

  it('layerNorm takes the moments of the last axes', async () => {
    const x = f([2, 4], [1, 1, 3, 3, -2, 2, -2, 2]);
    const [y] = await runKernel('layerNorm', { x, scale: f([4], [1, 2, 3, 4]) }, { epsilon: 0 });
    expect([...y!.data]).toEqual([-1, -2, 3, 4, -1, 2, -3, 4]);
    const [whole] = await runKernel(
      'layerNorm',
      { x: f([2, 2], [1, 1, 3, 3]) },
      { axis: 0, epsilon: 0 },
    );
    expect([...whole!.data]).toEqual([-1, -1, 1, 1]);
  });

  it('instanceNorm takes each channel of each image by itself', async () => {
    const x = f([2, 2, 2], [1, 10, 3, 30, 5, 0, 9, 4]);
    const [y] = await runKernel('instanceNorm', { x, offset: f([2], [0, 100]) }, { epsilon: 0 });
    expect([...y!.data]).toEqual([-1, 99, 1, 101, -1, 99, 1, 101]);
  });

  it('groupNorm takes neighbouring channels together', async () => {
    const x = f([1, 2, 4], [1, 1, 0, 0, 3, 3, 8, 8]);
    const [y] = await runKernel(
      'groupNorm',
      { x, scale: f([4], [1, 2, 3, 4]) },
      { groups: 2, epsilon: 0 },
    );
    expect([...y!.data]).toEqual([-1, -2, -3, -4, 1, 2, 3, 4]);
  });

  it('adds epsilon to the variance', async () => {
    const [y] = await runKernel('layerNorm', { x: f([2], [-1, 1]) }, { epsilon: 3 });
    expect([...y!.data]).toEqual([-0.5, 0.5]);
  });

  it('lrn divides by the mean square of the window', async () => {
    // Windows of 3: Σ x² = 1 + 4, 1 + 4 + 9, 4 + 9 and alpha / size = 1.
    const [y] = await runKernel(
      'lrn',
      { x: f([3], [1, 2, 3]) },
      { size: 3, alpha: 3, beta: 1, bias: 1 },
    );
    expect([...y!.data]).toEqual([1 / 6, 2 / 15, 3 / 14].map(Math.fround));
  });
});
