import { describe, expect, it } from 'vitest';
import { planGraph } from '../case/graph-case.js';
import { seeded } from '../case/random.js';
import { draw, normal } from '../case/source.js';
import { directConvolution } from '../self-test/direct-convolution.js';
import { oracleKernel } from '../self-test/kernel.js';
import { referenceProvider } from '../self-test/reference-backend.js';
import { firstDivergence } from './first-divergence.js';

const graph = planGraph('two', seeded(1), ({ g, weights }) => {
  const x = g.input('x', 'float32', ['batch', 6, 6, 2]);
  const y = g.conv2d(
    { x, filter: weights('a', normal([3, 3, 2, 2])) },
    { padding: 'same' },
    'first',
  );
  const filter = weights('b', normal([3, 3, 2, 2]));
  const z = g.conv2d(
    { x: y, filter },
    { padding: 'same', dilations: 2, activation: 'relu' },
    'second',
  );
  g.output('y', g.sigmoid({ x: z }, {}, 'third'));
});
const inputs = { x: draw(normal([1, 6, 6, 2]), seeded(2)) };

describe('the first divergence', () => {
  it('names the node at fault with error and bound', async () => {
    const kernel = directConvolution(oracleKernel, () => ({ dilations: [1, 1] }));
    const wrong = referenceProvider({ name: 'wrong', kernel });
    const found = await firstDivergence(graph, inputs, referenceProvider(), wrong);
    expect(found).toMatchObject({ node: 'second', op: 'conv2d', value: 'second' });
    const [right, other] = found!.departures;
    expect(right.error).toBeLessThanOrEqual(right.bound);
    expect(other.backend).toBe('wrong');
    expect(other.error).toBeGreaterThan(1000 * other.bound);
  });

  it('is none between engines that round differently', async () => {
    const rounded = referenceProvider({ kernel: oracleKernel });
    expect(await firstDivergence(graph, inputs, referenceProvider(), rounded)).toBeUndefined();
  });
});
