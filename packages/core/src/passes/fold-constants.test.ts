import { describe, expect, it } from 'vitest';
import type { Backend, TensorMap } from '../backend/contract.js';
import { tensor, type Tensor } from '../data/tensor.js';
import type { Graph } from '../graph/graph.js';
import { textAfter } from '../../testing/pass-text.js';
import { foldConstants } from './fold-constants.js';

/** Runs `neg` and nothing else. */
const negates: Backend = {
  name: 'negates',
  device: 'test',
  support: ({ op }) => (op === 'neg' ? { native: true } : { native: false, reason: 'only neg' }),
  compile: async (graph: Graph) => ({
    kernels: new Map(),
    run: async () => negate(graph),
    runOnDevice: async () => ({}),
    memory: () => ({ weights: 0, activations: 0 }),
    [Symbol.asyncDispose]: async () => {},
  }),
  [Symbol.asyncDispose]: async () => {},
};

function negate(graph: Graph): TensorMap {
  const values = new Map<string, Tensor>(graph.constants);
  for (const { inputs, outputs } of graph.nodes) {
    const { shape, data } = values.get(inputs['x'] as string)!;
    values.set(
      outputs[0]!,
      tensor(
        'float32',
        shape,
        Float32Array.from(data, (v) => -v),
      ),
    );
  }
  return Object.fromEntries(graph.outputs.map(({ name, value }) => [name, values.get(value)!]));
}

describe('folding constants', () => {
  it('computes what depends on constants alone, on the engine handed in', async () => {
    const text = await textAfter(
      foldConstants,
      (g) => {
        const twice = g.neg({ x: g.neg({ x: g.constant('c', tensor('float32', [2], [1, 2])) }) });
        g.output('y', g.add({ a: g.input('x', 'float32', [2]), b: g.neg({ x: twice }, {}, 'n') }));
      },
      { backend: negates },
    );
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [2]
        constant n: float32 [2] = [-1, -2]
        add: float32 [2] = add(a=x, b=n)
        output y = add"
    `);
  });

  it('leaves nodes alone without an engine, and those the engine lacks', async () => {
    const build: Parameters<typeof textAfter>[1] = (g) =>
      g.output('y', g.exp({ x: g.constant('c', tensor('float32', [1], [1])) }));
    expect(await textAfter(foldConstants, build)).toContain('= exp(x=c)');
    expect(await textAfter(foldConstants, build, { backend: negates })).toContain('= exp(x=c)');
    const mixed = await textAfter(
      foldConstants,
      (g) =>
        g.output('y', g.exp({ x: g.neg({ x: g.constant('c', tensor('float32', [1], [1])) }) })),
      { backend: negates },
    );
    expect(mixed).toContain('= exp(x=neg)');
    expect(mixed).toContain('constant neg: float32 [1] = [-1]');
  });
});
