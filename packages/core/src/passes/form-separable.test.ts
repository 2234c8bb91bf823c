import { describe, expect, it } from 'vitest';
import { tensor } from '../data/tensor.js';
import { textAfter } from '../../testing/pass-text.js';
import { formSeparable } from './form-separable.js';

describe('forming separable nodes', () => {
  it('joins a depthwise and the 1×1 convolution that alone reads it', async () => {
    const text = await textAfter(formSeparable, (g) => {
      const x = g.input('x', 'float32', ['batch', 'H', 'W', 4]);
      const depthwise = g.constant('dw', tensor('float32', [3, 3, 4, 1]));
      const pointwise = g.constant('pw', tensor('float32', [1, 1, 4, 8]));
      const bias = g.constant('b', tensor('float32', [8]));
      const d = g.depthwiseConv2d(
        { x, filter: depthwise },
        { strides: 2, padding: 'same', activation: 'relu6' },
      );
      g.output('y', g.conv2d({ x: d, filter: pointwise, bias }, { activation: 'relu' }, 'block'));
    });
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [batch, H, W, 4]
        constant dw: float32 [3, 3, 4, 1]
        constant pw_2: float32 [4, 8]
        constant b: float32 [8] = [0, 0, 0, 0, 0, 0, 0, 0]
        block: float32 [batch, (H + 1)//2, (W + 1)//2, 8] = separableConv2d(x=x, depthwiseFilter=dw, pointwiseFilter=pw_2, bias=b) strides=[2, 2] padding=same depthwiseActivation={op: relu6} activation={op: relu}
        output y = block"
    `);
  });

  it('makes other 1×1 convolutions pointwise, but not strided, padded, grouped or larger ones', async () => {
    const text = await textAfter(formSeparable, (g) => {
      const x = g.input('x', 'float32', ['batch', 8, 8, 4]);
      const one = g.constant('one', tensor('float32', [1, 1, 4, 4]));
      const grouped = g.constant('grouped', tensor('float32', [1, 1, 2, 4]));
      const wide = g.constant('wide', tensor('float32', [1, 2, 4, 4]));
      g.output('a', g.conv2d({ x, filter: one }, { padding: 'same' }, 'a'));
      g.output('b', g.conv2d({ x, filter: one }, { strides: 2 }, 'b'));
      g.output(
        'c',
        g.conv2d({ x, filter: one }, { padding: { top: 1, bottom: 0, left: 0, right: 0 } }, 'c'),
      );
      g.output('d', g.conv2d({ x, filter: grouped }, { groups: 2 }, 'd'));
      g.output('e', g.conv2d({ x, filter: wide }, {}, 'e'));
    });
    expect(text.match(/= \w+/g)).toEqual([
      '= pointwiseConv2d',
      '= conv2d',
      '= conv2d',
      '= conv2d',
      '= conv2d',
      '= a',
      '= b',
      '= c',
      '= d',
      '= e',
    ]);
  });
});
