import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Executable, type Graph, type GraphBuilder, graphBuilder } from '@separable/core';
import { expect, it } from 'vitest';
import { js } from '../provider.js';
import { randomTensor } from '../testing/numbers.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const constant = (g: GraphBuilder, name: string, shape: readonly number[]) =>
  g.constant(name, randomTensor(shape, name.length));

/** One graph for each kernel that packs its weights. */
const graphs: Readonly<Record<string, (g: GraphBuilder) => void>> = {
  conv2d(g) {
    const x = g.input('x', 'float32', [1, 6, 6, 4]);
    const filter = constant(g, 'filter', [3, 3, 4, 4]);
    g.output('y', g.conv2d({ x, filter, bias: constant(g, 'bias', [4]) }));
  },
  convTranspose2d(g) {
    const x = g.input('x', 'float32', [1, 6, 6, 4]);
    g.output('y', g.convTranspose2d({ x, filter: constant(g, 'filter', [3, 3, 4, 4]) }));
  },
  dense(g) {
    const x = g.input('x', 'float32', [1, 4]);
    const filter = constant(g, 'filter', [4, 4]);
    g.output('y', g.dense({ x, filter, bias: constant(g, 'bias', [4]) }));
  },
  depthwiseConv2d(g) {
    const x = g.input('x', 'float32', [1, 6, 6, 4]);
    const filter = constant(g, 'filter', [3, 3, 4, 1]);
    g.output('y', g.depthwiseConv2d({ x, filter, bias: constant(g, 'bias', [4]) }));
  },
  matmul(g) {
    const a = g.input('x', 'float32', [2, 4]);
    g.output('y', g.matmul({ a, b: constant(g, 'b', [4, 4]) }));
  },
  pointwiseConv2d(g) {
    const x = g.input('x', 'float32', [1, 6, 6, 4]);
    const filter = constant(g, 'filter', [4, 4]);
    g.output('y', g.pointwiseConv2d({ x, filter, bias: constant(g, 'bias', [4]) }));
  },
  separableConv2d(g) {
    const x = g.input('x', 'float32', [1, 6, 6, 4]);
    const operands = {
      x,
      depthwiseFilter: constant(g, 'depthwise', [3, 3, 4, 1]),
      pointwiseFilter: constant(g, 'pointwise', [4, 4]),
      depthwiseBias: constant(g, 'between', [4]),
      bias: constant(g, 'bias', [4]),
    };
    g.output('y', g.separableConv2d(operands));
  },
};

/** Compiles a graph that nothing else holds. */
async function compiled(
  describe: (g: GraphBuilder) => void,
): Promise<{ executable: Executable; weights: ReadonlyMap<string, WeakRef<object>> }> {
  const g = graphBuilder('released');
  describe(g);
  const graph: Graph = g.build();
  const weights = new Map(
    [...graph.constants].map(([name, { data }]) => [name, new WeakRef<object>(data.buffer)]),
  );
  return { executable: await (await js().create()).compile(graph), weights };
}

it.each(Object.entries(graphs))(
  '%s keeps its packed weights and lets go of the given ones',
  async (_, describe) => {
    const { executable, weights } = await compiled(describe);
    // A weak reference holds its target to the end of the turn that made or read it.
    await new Promise((resolve) => setTimeout(resolve));
    collectGarbage();
    const held = [...weights].filter(([, weight]) => weight.deref() !== undefined);
    expect(held.map(([name]) => name)).toEqual([]);
    expect(executable.memory().weights).toBeGreaterThan(0);
  },
);
