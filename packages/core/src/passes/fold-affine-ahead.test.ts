import { describe, expect, it } from 'vitest';
import { tensor } from '../data/tensor.js';
import type { GraphBuilder } from '../graph/builder.js';
import type { Value } from '../graph/builder-types.js';
import { textAfter } from '../../testing/pass-text.js';
import { foldAffineAhead } from './fold-affine-ahead.js';

const vector = (values: readonly number[]) => tensor('float32', [values.length], values);

/** `2·relu(x) + [1, 10]`, which no layer before it can take in. */
function scaled(g: GraphBuilder): Value {
  const x = g.relu({ x: g.input('x', 'float32', ['batch', 4, 4, 2]) });
  const factor = g.mul({ a: g.constant('two', vector([2])), b: x }, {}, 'mul');
  return g.add({ a: factor, b: g.constant('shift', vector([1, 10])) }, {}, 'add');
}

describe('folding factors and offsets into the layer behind them', () => {
  it('puts both into a pointwise filter and its bias', async () => {
    const text = await textAfter(foldAffineAhead, (g) => {
      const filter = g.constant('w', tensor('float32', [2, 3], [1, 2, 3, 4, 5, 6]));
      const bias = g.constant('b', vector([100, 200, 300]));
      g.output('y', g.pointwiseConv2d({ x: scaled(g), filter, bias }, {}, 'layer'));
    });
    // filter · 2; bias + 1 · [1, 2, 3] + 10 · [4, 5, 6]
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [batch, 4, 4, 2]
        constant w_2: float32 [2, 3] = [2, 4, 6, 8, 10, 12]
        constant layer.bias: float32 [3] = [141, 252, 363]
        relu: float32 [batch, 4, 4, 2] = relu(x=x)
        layer: float32 [batch, 4, 4, 3] = pointwiseConv2d(x=relu, filter=w_2, bias=layer.bias)
        output y = layer"
    `);
  });

  it('keeps channels of a depthwise filter apart, multiplier and taps included', async () => {
    const text = await textAfter(foldAffineAhead, (g) => {
      const filter = g.constant('w', tensor('float32', [1, 2, 2, 1], [1, 2, 3, 4]));
      g.output('y', g.depthwiseConv2d({ x: scaled(g), filter }, {}, 'layer'));
    });
    // bias [1 · (1 + 3), 10 · (2 + 4)]
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [batch, 4, 4, 2]
        constant w_2: float32 [1, 2, 2, 1] = [2, 4, 6, 8]
        constant layer.bias: float32 [2] = [4, 60]
        relu: float32 [batch, 4, 4, 2] = relu(x=x)
        layer: float32 [batch, 4, 3, 2] = depthwiseConv2d(x=relu, filter=w_2, bias=layer.bias)
        output y = layer"
    `);
  });

  it('folds no offset into a layer that pads, but a factor', async () => {
    const padded = await textAfter(foldAffineAhead, (g) => {
      const filter = g.constant('w', tensor('float32', [3, 3, 2, 1]));
      g.output('y', g.depthwiseConv2d({ x: scaled(g), filter }, { padding: 'same' }, 'layer'));
    });
    expect(padded).toContain('depthwiseConv2d(x=add, filter=w)');
    const factor = await textAfter(foldAffineAhead, (g) => {
      const x = g.relu({ x: g.input('x', 'float32', [1, 4, 4, 2]) });
      const twice = g.mul({ a: x, b: g.constant('two', vector([2, 2])) }, {}, 'mul');
      const filter = g.constant('w', tensor('float32', [3, 3, 2, 1]));
      g.output('y', g.depthwiseConv2d({ x: twice, filter }, { padding: 'same' }, 'layer'));
    });
    expect(factor).toContain('depthwiseConv2d(x=relu, filter=w_2)');
  });

  it('leaves values that others read too', async () => {
    const text = await textAfter(foldAffineAhead, (g) => {
      const x = scaled(g);
      const filter = g.constant('w', tensor('float32', [2, 2]));
      g.output('y', g.add({ a: x, b: g.pointwiseConv2d({ x, filter }, {}, 'layer') }));
    });
    expect(text).toContain('pointwiseConv2d(x=add, filter=w)');
  });
});
