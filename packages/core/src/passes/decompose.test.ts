import { describe, expect, it } from 'vitest';
import { tensor } from '../data/tensor.js';
import { graphBuilder } from '../graph/builder.js';
import { printGraph } from '../graph/print.js';
import { verifyGraph } from '../graph/verify.js';
import { decompose } from './decompose.js';

describe('decomposition', () => {
  it('takes a node apart down to primitives and remembers where the parts come from', () => {
    const g = graphBuilder('g');
    const x = g.input('x', 'float32', ['batch', 4, 4, 2]);
    const depthwiseFilter = g.constant('dw', tensor('float32', [3, 3, 2, 1]));
    const pointwiseFilter = g.constant('pw', tensor('float32', [2, 8]));
    g.output(
      'y',
      g.separableConv2d({ x, depthwiseFilter, pointwiseFilter }, { activation: 'relu6' }, 'block'),
    );
    const { graph, origins } = decompose(g.build(), () => true);
    expect(printGraph(verifyGraph(graph))).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [batch, 4, 4, 2]
        constant dw: float32 [3, 3, 2, 1]
        constant pw: float32 [2, 8]
        block/depthwiseConv2d: float32 [batch, 2, 2, 2] = depthwiseConv2d(x=x, filter=dw)
        block/pointwiseConv2d/reshape: float32 [1, 1, 2, 8] = reshape(x=pw) shape=[1, 1, 2, 8]
        block/pointwiseConv2d/conv2d: float32 [batch, 2, 2, 8] = conv2d(x=block/depthwiseConv2d, filter=block/pointwiseConv2d/reshape) padding=same activation={op: relu6}
        output y = block/pointwiseConv2d/conv2d"
    `);
    expect([...origins].map(([part, node]) => `${part} of ${node.name}`)).toMatchInlineSnapshot(`
      [
        "block/depthwiseConv2d of block",
        "block/pointwiseConv2d/reshape of block",
        "block/pointwiseConv2d/conv2d of block",
      ]
    `);
  });

  it('leaves primitive and unchosen nodes', () => {
    const g = graphBuilder('g');
    const x = g.input('x', 'float32', [2]);
    g.output('y', g.softmax({ x: g.exp({ x }) }));
    const graph = g.build();
    expect(decompose(graph, ({ op }) => op === 'exp').graph).toBe(graph);
  });
});
