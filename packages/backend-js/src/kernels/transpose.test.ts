import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

const counting = (shape: readonly number[]) =>
  tensor(
    'float32',
    shape,
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i),
  );

describe('the transpose kernel', () => {
  it('turns NHWC into NCHW and back', async () => {
    const x = counting([2, 2, 3, 2]);
    const [y] = await runKernel('transpose', { x }, { permutation: [0, 3, 1, 2] });
    expect([...y!.data].slice(0, 12)).toEqual([0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11]);
    const [back] = await runKernel('transpose', { x: y! }, { permutation: [0, 2, 3, 1] });
    expect(back).toEqual(x);
  });

  it('turns matrices of any size', async () => {
    const [y] = await runKernel('transpose', { x: counting([19, 33]) }, { permutation: [1, 0] });
    expect(y!.shape).toEqual([33, 19]);
    for (let i = 0; i < 33; i++)
      for (let j = 0; j < 19; j++) expect(y!.data[i * 19 + j]).toBe(j * 33 + i);
  });

  it('leaves a scalar, nothing, and moved axes of 1 as they are', async () => {
    const scalar = await runKernel(
      'transpose',
      { x: tensor('int32', [], [7]) },
      { permutation: [] },
    );
    expect(scalar).toEqual([tensor('int32', [], [7])]);
    const none = await runKernel('transpose', { x: counting([0, 3]) }, { permutation: [1, 0] });
    expect(none).toEqual([counting([3, 0])]);
    const moved = await runKernel(
      'transpose',
      { x: counting([1, 4, 1, 2]) },
      { permutation: [1, 0, 3, 2] },
    );
    expect([...moved[0]!.data]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
