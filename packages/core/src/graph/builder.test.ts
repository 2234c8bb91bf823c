import { describe, expect, it } from 'vitest';
import { tensor } from '../data/tensor.js';
import { bindGraph } from './bind.js';
import { graphBuilder } from './builder.js';
import { printGraph } from './print.js';
import { verifyGraph } from './verify.js';

function small() {
  const g = graphBuilder('small');
  const x = g.input('x', 'float32', ['batch', 'H', 'W', 2]);
  const filter = g.constant('w', tensor('float32', [3, 3, 2, 4]));
  const y = g.conv2d({ x, filter }, { strides: 2, padding: 'same', activation: 'relu' }, 'stem');
  const [a, b] = g.split({ x: y }, { axis: -1, sizes: [1, 3] });
  g.output('a', a!);
  g.output('b', g.relu({ x: b! }));
  return g.build();
}

describe('the builder', () => {
  it('infers symbolic shapes and prints one node a line', () => {
    expect(printGraph(verifyGraph(small()))).toMatchInlineSnapshot(`
      "graph small
        input x: float32 [batch, H, W, 2]
        constant w: float32 [3, 3, 2, 4]
        stem: float32 [batch, (H + 1)//2, (W + 1)//2, 4] = conv2d(x=x, filter=w) strides=[2, 2] padding=same activation={op: relu}
        split.0: float32 [batch, (H + 1)//2, (W + 1)//2, 1], split.1: float32 [batch, (H + 1)//2, (W + 1)//2, 3] = split(x=stem) axis=-1 sizes=[1, 3]  # split
        relu: float32 [batch, (H + 1)//2, (W + 1)//2, 3] = relu(x=split.1)
        output a = split.0
        output b = relu"
    `);
  });

  it('binds every dimension from the shapes of the inputs', () => {
    const bound = bindGraph(small(), { x: [2, 9, 8, 2] });
    expect(bound.values.get('stem')?.shape).toEqual([2, 5, 4, 4]);
    expect(() => bindGraph(small(), { x: [2, 9, 8, 3] })).toThrowErrorMatchingInlineSnapshot(
      `[InputMismatchError: input 'x' needs the shape [batch, H, W, 2], got [2, 9, 8, 3] (with batch = 2, H = 9, W = 8)]`,
    );
  });

  it('says which node an operand does not fit', () => {
    const g = graphBuilder('bad');
    const x = g.input('x', 'float32', [1, 8, 8, 3]);
    const filter = g.constant('w', tensor('float32', [3, 3, 2, 4]));
    expect(() => g.conv2d({ x, filter }, {}, 'stem')).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'stem' (conv2d of x float32 [1, 8, 8, 3], filter float32 [3, 3, 2, 4]): filter takes 2 channels (2 in 1 groups), x has 3]`,
    );
    expect(() => g.conv2d({ x, filter }, { groups: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'conv2d': conv2d attribute 'groups': expected an integer of at least 1, got 0]`,
    );
    expect(() =>
      g.conv2d({ x, filter }, { activation: 'split' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'conv2d_2': conv2d attribute 'activation': 'split' is not an activation]`,
    );
    expect(() => g.apply('conv9d', {})).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'conv9d': there is no op named 'conv9d']`,
    );
    expect(() => g.relu({ x: small as never })).toThrowErrorMatchingInlineSnapshot(
      `
      [GraphError: node 'relu' (relu) uses 'small', which graph 'bad' did not make
        hint: hand in what a method of this graph's builder returned]
    `,
    );
    expect(() => g.build()).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: graph 'bad' has no output]`,
    );
  });
});
