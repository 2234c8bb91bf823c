import { describe, expect, it } from 'vitest';
import { directConvolution } from '../self-test/direct-convolution.js';
import { oracleKernel } from '../self-test/kernel.js';
import { referenceProvider } from '../self-test/reference-backend.js';
import { runRandom } from './run-random.js';

describe('random chains', () => {
  it('pass on the reference', async () => {
    const outcome = await runRandom(referenceProvider(), { runs: 60, seed: 3 });
    expect(outcome).toEqual({ passed: true, runs: 60, seed: 3 });
  });

  it('shrink a mistake to a small graph that shows it', async () => {
    const kernel = directConvolution(oracleKernel, () => ({ dilations: [1, 1] }));
    const outcome = await runRandom(referenceProvider({ kernel }), { runs: 200, seed: 1 });
    expect(outcome.passed).toBe(false);
    if (outcome.passed) return;
    expect(outcome.chain.steps.length).toBeLessThanOrEqual(2);
    expect(outcome.chain.steps.some(({ dilation }) => dilation === 2)).toBe(true);
    expect(outcome.graph).toMatchInlineSnapshot(`
      "graph chain-0
        input x: float32 [1, 1, 1, 1]
        constant filter: float32 [1, 2, 1, 1] = [0.556623637676239, 0.30507388710975647]
        constant filter_2: float32 [1, 1, 1, 1] = [-1.077701210975647]
        conv2d: float32 [1, 1, 1, 1] = conv2d(x=x, filter=filter) dilations=[2, 2] padding=same
        conv2d_2: float32 [1, 1, 1, 1] = conv2d(x=conv2d, filter=filter_2)
        output y = conv2d_2"
    `);
    expect(outcome.reason).toContain('out of bounds');
  });

  it('are the same for the same seed', async () => {
    const kernel = directConvolution(oracleKernel, () => ({ image: () => 0 }));
    const find = () => runRandom(referenceProvider({ kernel }), { runs: 200, seed: 5 });
    expect(await find()).toEqual(await find());
  });
});
