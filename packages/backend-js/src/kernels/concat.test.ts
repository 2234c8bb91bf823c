import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

describe('the concat kernel', () => {
  it('joins along any axis', async () => {
    const a = tensor('int32', [2, 2], [1, 2, 3, 4]);
    const b = tensor('int32', [2, 1], [5, 6]);
    const [last] = await runKernel('concat', { inputs: [a, b] }, { axis: -1 });
    expect(last).toEqual(tensor('int32', [2, 3], [1, 2, 5, 3, 4, 6]));
    const [first] = await runKernel('concat', { inputs: [a, a] }, { axis: 0 });
    expect(first).toEqual(tensor('int32', [4, 2], [1, 2, 3, 4, 1, 2, 3, 4]));
  });

  it('joins nothing to something, and one value to nothing else', async () => {
    const a = tensor('bool', [2, 1], [1, 0]);
    const none = tensor('bool', [2, 0]);
    expect(await runKernel('concat', { inputs: [none, a, none] }, { axis: 1 })).toEqual([a]);
    expect(await runKernel('concat', { inputs: [a] }, { axis: 0 })).toEqual([a]);
  });
});
