import { describe, expect, it } from 'vitest';
import { tensor } from '../data/tensor.js';
import type { GraphBuilder } from '../graph/builder.js';
import { textAfter } from '../../testing/pass-text.js';
import { foldAffine } from './fold-affine.js';

function layer(g: GraphBuilder) {
  const x = g.input('x', 'float32', ['batch', 2, 2, 2]);
  const filter = g.constant('w', tensor('float32', [1, 1, 2, 2], [1, 2, 3, 4]));
  return g.conv2d({ x, filter }, {}, 'conv');
}

const vector = (values: readonly number[]) => tensor('float32', [values.length], values);

describe('folding per-channel factors and offsets', () => {
  it('puts a batch norm into filter and bias', async () => {
    const text = await textAfter(foldAffine, (g) => {
      const y = g.batchNorm(
        {
          x: layer(g),
          mean: g.constant('mean', vector([1, 2])),
          variance: g.constant('variance', vector([3, 0])),
          scale: g.constant('scale', vector([4, 1])),
          offset: g.constant('offset', vector([0.5, 0])),
        },
        { epsilon: 1 },
        'norm',
      );
      g.output('y', y);
    });
    // factor = scale / √(variance + 1) = [2, 1]; bias = offset − mean · factor = [−1.5, −2]
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [batch, 2, 2, 2]
        constant w_2: float32 [1, 1, 2, 2] = [2, 2, 6, 4]
        constant conv.bias: float32 [2] = [-1.5, -2]
        norm: float32 [batch, 2, 2, 2] = conv2d(x=x, filter=w_2, bias=conv.bias)
        output y = norm"
    `);
  });

  it('folds a chain of mul, add, sub and div in one go, constants on either side', async () => {
    const text = await textAfter(foldAffine, (g) => {
      const scaled = g.mul({ a: g.constant('two', vector([2])), b: layer(g) });
      const shifted = g.add({
        a: scaled,
        b: g.constant('ten', tensor('float32', [1, 1, 2], [10, 20])),
      });
      const mirrored = g.sub({ a: g.constant('one', vector([1])), b: shifted });
      g.output('y', g.div({ a: mirrored, b: g.constant('half', vector([0.5])) }, {}, 'last'));
    });
    // w · 2 · −1 / 0.5 = −4 w; bias = (1 − [10, 20]) / 0.5
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [batch, 2, 2, 2]
        constant w_4: float32 [1, 1, 2, 2] = [-4, -8, -12, -16]
        constant conv.bias_4: float32 [2] = [-18, -38]
        last: float32 [batch, 2, 2, 2] = conv2d(x=x, filter=w_4, bias=conv.bias_4)
        output y = last"
    `);
  });

  it('leaves a layer alone that others read, that has an activation, or whose factors vary in space', async () => {
    const shared = await textAfter(foldAffine, (g) => {
      const conv = layer(g);
      g.output('raw', conv);
      g.output('y', g.mul({ a: conv, b: g.constant('two', vector([2])) }));
    });
    expect(shared).toContain('mul(a=conv, b=two)');
    const active = await textAfter(foldAffine, (g) => {
      const x = g.input('x', 'float32', [1, 2, 2, 2]);
      const filter = g.constant('w', tensor('float32', [1, 1, 2, 2]));
      const conv = g.conv2d({ x, filter }, { activation: 'relu' }, 'conv');
      g.output('y', g.mul({ a: conv, b: g.constant('two', vector([2])) }));
    });
    expect(active).toContain('mul(a=conv, b=two)');
    const spatial = await textAfter(foldAffine, (g) => {
      g.output('y', g.mul({ a: layer(g), b: g.constant('map', tensor('float32', [2, 1, 1])) }));
    });
    expect(spatial).toContain('mul(a=conv, b=map)');
  });

  it('leaves division of a constant and factors that are not finite', async () => {
    const text = await textAfter(foldAffine, (g) => {
      const inverse = g.div({ a: g.constant('one', vector([1])), b: layer(g) });
      g.output('y', g.mul({ a: inverse, b: g.constant('inf', vector([Infinity])) }));
    });
    expect(text).toContain('div(a=one, b=conv)');
    expect(text).toContain('mul(a=div, b=inf)');
  });

  it('folds into a transposed convolution, but not where its filter counts channels within a group', async () => {
    const transposed = (groups: number) =>
      textAfter(foldAffine, (g) => {
        const x = g.input('x', 'float32', [1, 4, 4, 4]);
        const filter = g.constant('w', tensor('float32', [2, 2, 4, 4 / groups]));
        const y = g.convTranspose2d({ x, filter }, { strides: 2, groups }, 'up');
        g.output('y', g.add({ a: y, b: g.constant('shift', vector([1, 2, 3, 4])) }));
      });
    expect(await transposed(1)).toContain('convTranspose2d(x=x, filter=w, bias=up.bias)');
    expect(await transposed(2)).toContain('add(a=up, b=shift)');
    expect(await transposed(4)).toContain('convTranspose2d(x=x, filter=w, bias=up.bias)');
  });
});
