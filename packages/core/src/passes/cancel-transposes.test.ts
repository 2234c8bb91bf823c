import { describe, expect, it } from 'vitest';
import { tensor } from '../data/tensor.js';
import type { GraphBuilder } from '../graph/builder.js';
import type { Value } from '../graph/builder-types.js';
import { textAfter } from '../../testing/pass-text.js';
import { cancelTransposes } from './cancel-transposes.js';

const toNhwc = (g: GraphBuilder, x: Value) => g.transpose({ x }, { permutation: [0, 2, 3, 1] });
const toNchw = (g: GraphBuilder, x: Value) => g.transpose({ x }, { permutation: [0, 3, 1, 2] });

function pool(g: GraphBuilder, x: Value, name: string): Value {
  return toNchw(g, g.maxPool2d({ x: toNhwc(g, x) }, { kernel: [2, 2] }, name));
}

describe('cancelling transposes', () => {
  it('leaves one before and one after a chain of layout-bound and elementwise ops', async () => {
    const text = await textAfter(cancelTransposes, (g) => {
      const x = g.input('x', 'float32', ['batch', 2, 'H', 'W']);
      const bias = g.constant('bias', tensor('float32', [2, 1, 1], [1, 2]));
      const y = g.relu({ x: g.add({ a: pool(g, x, 'first'), b: bias }) });
      g.output('y', pool(g, y, 'second'));
    });
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [batch, 2, H, W]
        constant bias_2: float32 [1, 1, 1, 2] = [1, 2]
        transpose: float32 [batch, H, W, 2] = transpose(x=x) permutation=[0, 2, 3, 1]
        first: float32 [batch, H - 1, W - 1, 2] = maxPool2d(x=transpose) kernel=[2, 2]
        add.inner: float32 [batch, H - 1, W - 1, 2] = add(a=first, b=bias_2)
        relu.inner: float32 [batch, H - 1, W - 1, 2] = relu(x=add.inner)
        second: float32 [batch, H - 2, W - 2, 2] = maxPool2d(x=relu.inner) kernel=[2, 2]
        transpose_4: float32 [batch, 2, H - 2, W - 2] = transpose(x=second) permutation=[0, 3, 1, 2]
        output y = transpose_4"
    `);
  });

  it('passes through concat, softmax and reductions over the axes they become', async () => {
    const text = await textAfter(cancelTransposes, (g) => {
      const x = g.input('x', 'float32', [1, 2, 8, 8]);
      const both = g.concat({ inputs: [pool(g, x, 'a'), pool(g, x, 'b')] }, { axis: 1 });
      const mean = g.reduceMean({ x: g.softmax({ x: both }, { axis: 1 }) }, { axes: [2, 3] });
      g.output('y', mean);
    });
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [1, 2, 8, 8]
        transpose: float32 [1, 8, 8, 2] = transpose(x=x) permutation=[0, 2, 3, 1]
        a: float32 [1, 7, 7, 2] = maxPool2d(x=transpose) kernel=[2, 2]
        transpose_3: float32 [1, 8, 8, 2] = transpose(x=x) permutation=[0, 2, 3, 1]
        b: float32 [1, 7, 7, 2] = maxPool2d(x=transpose_3) kernel=[2, 2]
        concat.inner: float32 [1, 7, 7, 4] = concat(inputs=[a, b]) axis=3
        softmax.inner: float32 [1, 7, 7, 4] = softmax(x=concat.inner) axis=3
        reduceMean.inner: float32 [1, 4] = reduceMean(x=softmax.inner) axes=[1, 2]
        output y = reduceMean.inner"
    `);
  });

  it('keeps a transpose that the graph asks for, and drops a pair', async () => {
    const text = await textAfter(cancelTransposes, (g) => {
      const x = g.input('x', 'float32', [1, 2, 3, 4]);
      g.output('same', toNchw(g, toNhwc(g, x)));
      g.output('turned', toNhwc(g, toNhwc(g, x)));
    });
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [1, 2, 3, 4]
        transpose_4: float32 [1, 4, 2, 3] = transpose(x=x) permutation=[0, 3, 1, 2]
        output same = x
        output turned = transpose_4"
    `);
  });

  it('lays a constant of every axis out again', async () => {
    const text = await textAfter(cancelTransposes, (g) => {
      const x = g.input('x', 'float32', [2, 3]);
      const turned = g.transpose({ x }, { permutation: [1, 0] });
      const map = g.constant('map', tensor('float32', [3, 2], [1, 2, 3, 4, 5, 6]));
      g.output('y', g.transpose({ x: g.mul({ a: turned, b: map }) }, { permutation: [1, 0] }));
    });
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [2, 3]
        constant map_2: float32 [2, 3] = [1, 3, 5, 2, 4, 6]
        mul.inner: float32 [2, 3] = mul(a=x, b=map_2)
        output y = mul.inner"
    `);
  });
});
