import { describe, expect, it } from 'vitest';
import { tensor } from '../data/tensor.js';
import { textAfter } from '../../testing/pass-text.js';
import { removeIdentities } from './remove-identities.js';

const ones = (...shape: number[]) =>
  tensor('float32', shape, new Float32Array(shape[0] ?? 1).fill(1));

describe('removing identities', () => {
  it('drops x · 1, 1 · x and x / 1', async () => {
    const text = await textAfter(removeIdentities, (g) => {
      const x = g.input('x', 'float32', ['batch', 4]);
      const product = g.mul({
        a: g.constant('a', ones(4)),
        b: g.mul({ a: x, b: g.constant('b', ones()) }),
      });
      g.output('y', g.div({ a: product, b: g.constant('c', ones(1)) }));
    });
    expect(text).toBe('graph g\n  input x: float32 [batch, 4]\n  output y = x');
  });

  it('keeps 1 / x, and a one that stretches the value', async () => {
    const text = await textAfter(removeIdentities, (g) => {
      const x = g.input('x', 'float32', [1]);
      const inverse = g.div({ a: g.constant('a', ones(1)), b: x }, {}, 'inverse');
      g.output('y', g.mul({ a: inverse, b: g.constant('b', ones(4)) }, {}, 'wide'));
    });
    expect(text).toContain('div(a=a, b=x)');
    expect(text).toContain('mul(a=inverse, b=b)');
  });

  it('reshapes where a transpose only moves axes of 1', async () => {
    const text = await textAfter(removeIdentities, (g) => {
      const x = g.input('x', 'float32', ['batch', 1, 1, 8]);
      const moved = g.transpose({ x }, { permutation: [0, 3, 1, 2] }, 'moved');
      g.output('y', moved);
      g.output('same', g.transpose({ x }, { permutation: [0, 2, 1, 3] }));
      g.output('kept', g.transpose({ x }, { permutation: [3, 1, 2, 0] }, 'kept'));
    });
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [batch, 1, 1, 8]
        moved: float32 [batch, 8, 1, 1] = reshape(x=x) shape=[batch, 8, 1, 1]
        kept: float32 [8, 1, 1, batch] = transpose(x=x) permutation=[3, 1, 2, 0]
        output y = moved
        output same = x
        output kept = kept"
    `);
  });
});
