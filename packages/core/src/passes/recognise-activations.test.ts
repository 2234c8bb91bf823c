import { describe, expect, it } from 'vitest';
import { scalar } from '../data/tensor.js';
import type { GraphBuilder } from '../graph/builder.js';
import { textAfter } from '../../testing/pass-text.js';
import { recogniseActivations } from './recognise-activations.js';

const number = (g: GraphBuilder, name: string, value: number) =>
  g.constant(name, scalar('float32', value));
const input = (g: GraphBuilder) => g.input('x', 'float32', ['batch', 4]);

describe('recognising activations', () => {
  it('reads hard-swish from x · clip(x + 3, 0, 6) / 6', async () => {
    const text = await textAfter(recogniseActivations, (g) => {
      const x = input(g);
      const gate = g.clip({ x: g.add({ a: x, b: number(g, 'three', 3) }) }, { min: 0, max: 6 });
      g.output('y', g.div({ a: g.mul({ a: x, b: gate }), b: number(g, 'six', 6) }, {}, 'swish'));
    });
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [batch, 4]
        swish: float32 [batch, 4] = hardSwish(x=x)
        output y = swish"
    `);
  });

  it('reads it from relu6 and a product by a sixth, and from hardSigmoid', async () => {
    const text = await textAfter(recogniseActivations, (g) => {
      const x = input(g);
      const gate = g.relu6({ x: g.add({ a: number(g, 'three', 3), b: x }) });
      const y = g.mul({ a: number(g, 'sixth', 1 / 6), b: g.mul({ a: gate, b: x }) }, {}, 'first');
      const hard = g.hardSigmoid({ x: y }, { alpha: 1 / 6, beta: 0.5 });
      g.output('y', g.mul({ a: hard, b: y }, {}, 'second'));
    });
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [batch, 4]
        first: float32 [batch, 4] = hardSwish(x=x)
        second: float32 [batch, 4] = hardSwish(x=first)
        output y = second"
    `);
  });

  it('reads swish from x · sigmoid(x), and nothing from a gate of another value', async () => {
    const text = await textAfter(recogniseActivations, (g) => {
      const x = input(g);
      const swish = g.mul({ a: x, b: g.sigmoid({ x }) }, {}, 'swish');
      g.output('y', g.mul({ a: x, b: g.sigmoid({ x: swish }) }, {}, 'gated'));
    });
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [batch, 4]
        swish: float32 [batch, 4] = swish(x=x)
        sigmoid_2: float32 [batch, 4] = sigmoid(x=swish)
        gated: float32 [batch, 4] = mul(a=x, b=sigmoid_2)
        output y = gated"
    `);
  });

  it('leaves the same shape with other numbers alone', async () => {
    const text = await textAfter(recogniseActivations, (g) => {
      const x = input(g);
      const gate = g.clip({ x: g.add({ a: x, b: number(g, 'two', 2) }) }, { min: 0, max: 6 });
      g.output('y', g.div({ a: g.mul({ a: x, b: gate }), b: number(g, 'six', 6) }, {}, 'last'));
    });
    expect(text).not.toContain('hardSwish');
  });
});
