import { describe, expect, it } from 'vitest';
import { tensor } from '../data/tensor.js';
import { textAfter } from '../../testing/pass-text.js';
import { fuseActivations } from './fuse-activations.js';

describe('fusing activations', () => {
  it('moves one into the layer before it, with its attributes, and only one', async () => {
    const text = await textAfter(fuseActivations, (g) => {
      const x = g.input('x', 'float32', ['batch', 4]);
      const y = g.dense({ x, filter: g.constant('w', tensor('float32', [4, 2])) }, {}, 'dense');
      g.output('y', g.relu({ x: g.leakyRelu({ x: y }, { alpha: 0.25 }) }));
    });
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [batch, 4]
        constant w: float32 [4, 2] = [0, 0, 0, 0, 0, 0, 0, 0]
        leakyRelu: float32 [batch, 2] = dense(x=x, filter=w) activation={op: leakyRelu, alpha: 0.25}
        relu: float32 [batch, 2] = relu(x=leakyRelu)
        output y = relu"
    `);
  });

  it('leaves a layer whose plain result is read elsewhere', async () => {
    const text = await textAfter(fuseActivations, (g) => {
      const x = g.input('x', 'float32', ['batch', 4]);
      const y = g.dense({ x, filter: g.constant('w', tensor('float32', [4, 2])) }, {}, 'dense');
      g.output('y', g.add({ a: y, b: g.relu({ x: y }) }));
    });
    expect(text).toContain('relu(x=dense)');
  });
});
