import {
  AbortedError,
  DisposedError,
  type Executable,
  type Graph,
  graphBuilder,
  InputMismatchError,
  type Tensor,
  tensor,
} from '@separable/core';
import { describe, expect, it } from 'vitest';
import { js } from '../provider.js';
import { randomTensor } from '../testing/numbers.js';

/** A few convolutions over any size, with values that die at different times. */
function network(): Graph {
  const g = graphBuilder('net');
  const x = g.input('x', 'float32', ['batch', 'H', 'W', 3]);
  const constant = (name: string, shape: readonly number[], seed: number) =>
    g.constant(name, randomTensor(shape, seed));
  const stem = g.conv2d(
    { x, filter: constant('stem', [3, 3, 3, 8], 1), bias: constant('bias', [8], 2) },
    { padding: 'same', activation: 'relu' },
  );
  const wide = g.pointwiseConv2d({ x: stem, filter: constant('expand', [8, 24], 3) });
  const active = g.relu({ x: wide });
  const narrow = g.separableConv2d(
    {
      x: active,
      depthwiseFilter: constant('depthwise', [3, 3, 24, 1], 4),
      pointwiseFilter: constant('project', [24, 8], 5),
    },
    { padding: 'same' },
  );
  g.output('y', g.add({ a: stem, b: narrow }, {}, 'residual'));
  g.output('wide', wide);
  return g.build();
}

async function compiled(graph: Graph = network(), planLimit = 8): Promise<Executable> {
  const backend = await js().create();
  return backend.compile(graph, { planLimit });
}

const sizes = [
  [1, 5, 7, 3],
  [2, 9, 4, 3],
  [1, 16, 16, 3],
  [3, 1, 1, 3],
] as const;

describe('run', () => {
  it('gives the same answer whatever ran before at whatever size', async () => {
    const alone = await Promise.all(
      sizes.map(async (size, i) => (await compiled()).run({ x: randomTensor(size, i) })),
    );
    const shared = await compiled(network(), 2);
    for (const i of [0, 2, 1, 3, 2, 0, 0, 1, 3]) {
      expect(await shared.run({ x: randomTensor(sizes[i]!, i) })).toEqual(alone[i]);
    }
  });

  it('is right when called concurrently', async () => {
    const executable = await compiled();
    const wanted: unknown[] = [];
    for (const [i, size] of sizes.entries()) {
      wanted.push(await executable.run({ x: randomTensor(size, i) }));
    }
    const got = await Promise.all(
      sizes.map((size, i) => executable.run({ x: randomTensor(size, i) })),
    );
    expect(got).toEqual(wanted);
  });

  it('leaves inputs alone and hands out arrays of its own', async () => {
    const executable = await compiled();
    const x = randomTensor(sizes[0], 1);
    const before = x.data.slice();
    const first = await executable.run({ x });
    const kept = first['y']!.data.slice();
    expect(x.data).toEqual(before);
    await executable.run({ x: randomTensor(sizes[0], 2) });
    expect(first['y']!.data).toEqual(kept);
    first['y']!.data.fill(0);
    expect((await executable.run({ x }))['y']!.data).toEqual(kept);
  });

  it('does not keep the caller’s constants', async () => {
    const g = graphBuilder('sum');
    const x = g.input('x', 'float32', [2]);
    const b = tensor('float32', [2], [1, 2]);
    g.output('y', g.add({ a: x, b: g.constant('b', b) }));
    const executable = await compiled(g.build());
    b.data.fill(100);
    const { y } = await executable.run({ x: tensor('float32', [2], [10, 20]) });
    expect([...y!.data]).toEqual([11, 22]);
  });

  it('hands out inputs and constants that are outputs, and one value under two names', async () => {
    const g = graphBuilder('aliases');
    const x = g.input('x', 'float32', [2]);
    const y = g.relu({ x });
    g.output('same', x);
    g.output('constant', g.constant('c', tensor('float32', [1], [5])));
    g.output('y', y);
    g.output('again', y);
    const got = await (await compiled(g.build())).run({ x: tensor('float32', [2], [-1, 2]) });
    expect(Object.entries(got).map(([name, { data }]) => [name, ...data])).toEqual([
      ['same', -1, 2],
      ['constant', 5],
      ['y', 0, 2],
      ['again', 0, 2],
    ]);
  });

  it('refuses inputs that do not fit, and still works afterwards', async () => {
    const executable = await compiled();
    const wrong: Readonly<Record<string, Tensor>>[] = [
      {},
      { x: randomTensor([1, 2, 2, 4], 1) },
      { x: randomTensor(sizes[0], 1), z: randomTensor([1], 1) },
      { x: randomTensor(sizes[0], 1, 'int32') },
    ];
    for (const inputs of wrong) {
      await expect(executable.run(inputs)).rejects.toThrow(InputMismatchError);
    }
    expect((await executable.run({ x: randomTensor(sizes[0], 1) }))['y']!.shape).toEqual([
      1, 5, 7, 8,
    ]);
  });

  it('reports every node once, in order, with its time', async () => {
    const executable = await compiled();
    const nodes: string[] = [];
    const times: number[] = [];
    const onNode = (profile: { node: string; milliseconds: number }): void => {
      nodes.push(profile.node);
      times.push(profile.milliseconds);
    };
    await executable.run({ x: randomTensor(sizes[0], 1) }, { onNode });
    expect(nodes).toEqual(['conv2d', 'pointwiseConv2d', 'relu', 'separableConv2d', 'residual']);
    expect([...executable.kernels.keys()]).toEqual(nodes);
    expect(times.every((time) => time >= 0)).toBe(true);
  });
});

describe('an AbortSignal', () => {
  it('that is aborted already ends the run before it begins', async () => {
    const executable = await compiled();
    const run = executable.run({ x: randomTensor(sizes[0], 1) }, { signal: AbortSignal.abort() });
    await expect(run).rejects.toThrow(AbortedError);
  });

  it('ends a run between two nodes; the next run is right', async () => {
    const executable = await compiled();
    const wanted = await executable.run({ x: randomTensor(sizes[1], 1) });
    const controller = new AbortController();
    const seen: string[] = [];
    const onNode = ({ node }: { node: string }): void => {
      seen.push(node);
      if (node === 'relu') controller.abort();
    };
    const run = executable.run(
      { x: randomTensor(sizes[0], 1) },
      { signal: controller.signal, onNode },
    );
    await expect(run).rejects.toThrowErrorMatchingInlineSnapshot(
      `[AbortedError: running 'net' was aborted]`,
    );
    expect(seen.at(-1)).toBe('relu');
    expect(await executable.run({ x: randomTensor(sizes[1], 1) })).toEqual(wanted);
  });

  it('ends the wait of a run that has not begun', async () => {
    const executable = await compiled();
    const x = randomTensor(sizes[2], 1);
    const controller = new AbortController();
    const first = executable.run({ x });
    const second = executable.run({ x }, { signal: controller.signal });
    controller.abort();
    await expect(second).rejects.toThrow(AbortedError);
    expect((await first)['y']!.shape).toEqual([1, 16, 16, 8]);
  });

  it('ends compiling', async () => {
    const backend = await js().create();
    const compiling = backend.compile(network(), { signal: AbortSignal.abort() });
    await expect(compiling).rejects.toThrowErrorMatchingInlineSnapshot(
      `[AbortedError: compiling 'net' was aborted]`,
    );
  });
});

describe('disposal', () => {
  it('lets running and waiting runs end one way or the other, then refuses', async () => {
    const executable = await compiled();
    const x = randomTensor(sizes[2], 1);
    const running = executable.run({ x });
    const settled = Promise.allSettled([running, executable.run({ x })]);
    await executable[Symbol.asyncDispose]();
    await executable[Symbol.asyncDispose]();
    const wrong = (await settled).filter(
      (run) => run.status === 'rejected' && !(run.reason instanceof DisposedError),
    );
    expect(wrong).toEqual([]);
    await expect(executable.run({ x })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[DisposedError: executable 'net' was used after it had been disposed]`,
    );
    await expect(executable.runOnDevice({ x })).rejects.toThrow(DisposedError);
    expect(executable.memory()).toEqual({ weights: 0, activations: 0 });
  });

  it('of a backend refuses further graphs', async () => {
    const backend = await js().create();
    await backend[Symbol.asyncDispose]();
    await expect(backend.compile(network())).rejects.toThrow(DisposedError);
  });
});

describe('runOnDevice', () => {
  it('feeds a result into another run and reads it back', async () => {
    const g = graphBuilder('double');
    const x = g.input('x', 'float32', ['n']);
    g.output('y', g.add({ a: x, b: x }));
    const executable = await compiled(g.build());
    const once = await executable.runOnDevice({ x: tensor('float32', [2], [1, 2]) });
    const twice = await executable.runOnDevice({ x: once['y']! });
    expect([...(await twice['y']!.read()).data]).toEqual([4, 8]);
    await once['y']![Symbol.asyncDispose]();
    await expect(once['y']!.read()).rejects.toThrow(DisposedError);
    await expect(executable.runOnDevice({ x: once['y']! })).rejects.toThrow(DisposedError);
  });
});

describe('memory', () => {
  it('is shared by all sizes: the largest of them decides', async () => {
    const executable = await compiled(network(), 2);
    await executable.run({ x: randomTensor([1, 16, 16, 3], 1) });
    const { activations } = executable.memory();
    for (const size of [4, 5, 6, 7, 8, 16]) {
      await executable.run({ x: randomTensor([1, size, size, 3], 1) });
    }
    expect(executable.memory().activations).toBe(activations);
  });

  it('holds one copy of the weights', async () => {
    const executable = await compiled();
    await executable.run({ x: randomTensor(sizes[0], 1) });
    const { weights } = executable.memory();
    await executable.run({ x: randomTensor(sizes[1], 1) });
    expect(executable.memory().weights).toBe(weights);
    // 27·8 + 8, 8·24 + 24, 9·24 + 24, 24·8 + 8 numbers: filters and a bias each.
    expect(weights).toBe(4 * (224 + 216 + 240 + 200));
  });
});

describe('support', () => {
  it('names what is missing, all of it at once', async () => {
    const graph = network();
    const odd = { ...graph.nodes[0]!, op: 'fourier', name: 'odd' };
    const backend = await js().create();
    expect(backend.support(graph.nodes[0]!, graph)).toEqual({ native: true });
    expect(backend.support(odd, graph)).toEqual({
      native: false,
      reason: 'backend js has no kernel for fourier',
    });
    const broken = { ...graph, nodes: [odd, { ...odd, name: 'odd_2' }] };
    await expect(backend.compile(broken)).rejects.toThrowErrorMatchingInlineSnapshot(`
      [UnsupportedOpError: backend js cannot run graph 'net':
        fourier: backend js has no kernel for fourier (2: odd, odd_2)
        hint: decompose derived ops before compiling, as sessions do]
    `);
  });
});
