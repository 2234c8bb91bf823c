import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

const x = tensor('float32', [2, 3, 2], [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15]);

describe('the gather kernel', () => {
  it('chooses along an axis, negative indices from its end', async () => {
    const indices = tensor('int32', [2, 1], [-1, 0]);
    const [y] = await runKernel('gather', { x, indices }, { axis: 1 });
    expect(y!.shape).toEqual([2, 2, 1, 2]);
    expect([...y!.data]).toEqual([4, 5, 0, 1, 14, 15, 10, 11]);
  });

  it('chooses along the first and the last axis', async () => {
    const one = tensor('int32', [], [1]);
    const [first] = await runKernel('gather', { x, indices: one });
    expect([...first!.data]).toEqual([10, 11, 12, 13, 14, 15]);
    const [last] = await runKernel('gather', { x, indices: one }, { axis: -1 });
    expect([...last!.data]).toEqual([1, 3, 5, 11, 13, 15]);
  });

  it('chooses nothing', async () => {
    const [y] = await runKernel('gather', { x, indices: tensor('int32', [0]) }, { axis: 1 });
    expect(y!.shape).toEqual([2, 0, 2]);
  });

  it('refuses indices outside the axis', async () => {
    const run = (index: number) =>
      runKernel('gather', { x, indices: tensor('int32', [1], [index]) }, { axis: 1 });
    await expect(run(3)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[ExecutionError: node 'gather' (gather): index 3 is outside axis 1 of 3 elements]`,
    );
    await expect(run(-4)).rejects.toThrow(/index -4 is outside/);
  });
});
