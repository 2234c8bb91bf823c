import {
  AbortedError,
  createSession,
  DisposedError,
  type Executable,
  ExecutionError,
  type Graph,
  graphBuilder,
  InputMismatchError,
  ShapeMismatchError,
  tensor,
} from '@separable/core';
import { mobileNetV2 } from '@separable/models';
import { describe, expect, it } from 'vitest';
import { ort } from '../provider.js';

const provider = ort({ threads: 1 });

async function compiled(graph: Graph): Promise<Executable> {
  return (await provider.create()).compile(graph);
}

/** `y = 2x` of any length. */
function double(): Graph {
  const g = graphBuilder('double');
  const x = g.input('x', 'float32', ['n']);
  g.output('y', g.add({ a: x, b: x }, {}, 'sum'));
  return g.build();
}

const three = { x: tensor('float32', [3], [1, 2, 3]) };

describe('run', () => {
  it('takes every size with one session', async () => {
    const executable = await compiled(double());
    for (const n of [3, 1, 0, 7, 3]) {
      const x = tensor(
        'float32',
        [n],
        Array.from({ length: n }, (_, i) => i),
      );
      const { y } = await executable.run({ x });
      expect([...y!.data]).toEqual([...x.data].map((v) => 2 * v));
      expect(y!.shape).toEqual([n]);
    }
  });

  it('hands out inputs and constants that are outputs, and one value under two names', async () => {
    const g = graphBuilder('aliases');
    const x = g.input('x', 'float32', [2]);
    const y = g.relu({ x });
    g.output('x', y); // the name of an input
    g.output('same', x);
    g.output('constant', g.constant('c', tensor('int32', [1], [5])));
    g.output('again', y);
    const got = await (await compiled(g.build())).run({ x: tensor('float32', [2], [-1, 2]) });
    expect(Object.entries(got).map(([name, { data }]) => [name, ...data])).toEqual([
      ['x', 0, 2],
      ['same', -1, 2],
      ['constant', 5],
      ['again', 0, 2],
    ]);
    expect(got['x']!.data.buffer).not.toBe(got['again']!.data.buffer);
  });

  it('needs no engine where no node makes an output', async () => {
    const g = graphBuilder('through');
    g.output('y', g.input('x', 'bool', []));
    const executable = await compiled(g.build());
    const x = tensor('bool', [], [true]);
    const { y } = await executable.run({ x });
    expect(y).toEqual(x);
    expect(y!.data).not.toBe(x.data);
    expect(executable.memory()).toEqual({ weights: 0, activations: 0 });
  });

  it('carries each dtype, and tensors without dimensions', async () => {
    for (const dtype of ['int32', 'uint8', 'bool'] as const) {
      const g = graphBuilder(dtype);
      const x = g.input('x', dtype, []);
      g.output('y', g.reshape({ x }, { shape: [1, 1] }));
      const { y } = await (await compiled(g.build())).run({ x: tensor(dtype, [], [1]) });
      expect(y).toEqual(tensor(dtype, [1, 1], [1]));
    }
  });

  it('refuses what does not fit, and still works', async () => {
    const g = graphBuilder('sum');
    const [a, b] = [g.input('a', 'float32', ['n']), g.input('b', 'float32', ['m'])];
    g.output('y', g.add({ a, b: g.reshape({ x: b }, { shape: ['m'] }) }, {}, 'sum'));
    const executable = await compiled(g.build());
    const of = (n: number) =>
      tensor(
        'float32',
        [n],
        Array.from({ length: n }, () => 1),
      );
    await expect(executable.run({ a: of(3) })).rejects.toThrow(InputMismatchError);
    await expect(executable.run({ a: of(3), b: of(2) })).rejects.toThrow(ShapeMismatchError);
    expect([...(await executable.run({ a: of(2), b: of(2) }))['y']!.data]).toEqual([2, 2]);
  });

  it('turns what the engine finds into an error, and still works', async () => {
    const g = graphBuilder('pick');
    const x = g.constant('table', tensor('float32', [2], [10, 20]));
    g.output('y', g.gather({ x, indices: g.input('i', 'int32', [1]) }));
    const executable = await compiled(g.build());
    const run = executable.run({ i: tensor('int32', [1], [7]) });
    await expect(run).rejects.toThrow(ExecutionError);
    await expect(run).rejects.toThrow("running 'pick' failed in onnxruntime-web: ");
    expect([...(await executable.run({ i: tensor('int32', [1], [1]) }))['y']!.data]).toEqual([20]);
  });
});

describe('an AbortSignal', () => {
  it('ends a run that has not begun, and the one beside it goes on', async () => {
    const executable = await compiled(double());
    const controller = new AbortController();
    const first = executable.run(three);
    const second = executable.run(three, { signal: controller.signal });
    controller.abort();
    await expect(second).rejects.toThrow(AbortedError);
    expect([...(await first)['y']!.data]).toEqual([2, 4, 6]);
    const third = executable.run(three, { signal: AbortSignal.abort() });
    await expect(third).rejects.toThrowErrorMatchingInlineSnapshot(
      `[AbortedError: running 'double' was aborted]`,
    );
  });

  it('ends compiling', async () => {
    const backend = await provider.create();
    const controller = new AbortController();
    const compiling = backend.compile(double(), { signal: controller.signal });
    controller.abort();
    await expect(compiling).rejects.toThrowErrorMatchingInlineSnapshot(
      `[AbortedError: compiling 'double' was aborted]`,
    );
    await expect((await backend.compile(double())).run(three)).resolves.toBeDefined();
  });
});

describe('disposal', () => {
  it('lets runs end that have begun, then refuses', async () => {
    const executable = await compiled(mobileNetV2({ alpha: 0.35, resolution: 96 }));
    const image = tensor('float32', [1, 96, 96, 3]);
    const running = [executable.run({ image }), executable.run({ image })];
    await executable[Symbol.asyncDispose]();
    await executable[Symbol.asyncDispose]();
    for (const { logits } of await Promise.all(running)) expect(logits!.shape).toEqual([1, 1000]);
    await expect(executable.run({ image })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[DisposedError: executable 'mobilenet-v2-0.35-96' was used after it had been disposed]`,
    );
    expect(executable.memory()).toEqual({ weights: 0, activations: 0 });
  });

  it('of one of two sessions leaves the other', async () => {
    const session = async () => createSession(double(), { backends: [provider] });
    const [first, second] = [await session(), await session()];
    await first[Symbol.asyncDispose]();
    expect([...(await second.run(three))['y']!.data]).toEqual([2, 4, 6]);
    await second[Symbol.asyncDispose]();
    expect([...(await (await session()).run(three))['y']!.data]).toEqual([2, 4, 6]);
  });

  it('of a backend refuses further graphs', async () => {
    const backend = await provider.create();
    await backend[Symbol.asyncDispose]();
    await expect(backend.compile(double())).rejects.toThrow(DisposedError);
  });
});

describe('runOnDevice', () => {
  it('feeds a result into another run, of this backend or of another', async () => {
    const [here, there] = [await compiled(double()), await compiled(double())];
    const once = await here.runOnDevice(three);
    const twice = await here.runOnDevice({ x: once['y']! });
    const thrice = await there.runOnDevice({ x: twice['y']! });
    expect([...(await thrice['y']!.read()).data]).toEqual([8, 16, 24]);
    await here[Symbol.asyncDispose]();
    expect([...(await once['y']!.read()).data]).toEqual([2, 4, 6]);
    await once['y']![Symbol.asyncDispose]();
    await expect(once['y']!.read()).rejects.toThrow(DisposedError);
    await expect(there.runOnDevice({ x: once['y']! })).rejects.toThrow(DisposedError);
  });
});

describe('the receipt', () => {
  it('names the execution provider of every node', async () => {
    const executable = await compiled(double());
    expect([...executable.kernels]).toEqual([['sum', 'CPU execution provider']]);
  });

  it('tells the time of a run at its last node, which is all the engine says', async () => {
    const seen: [string, boolean][] = [];
    const executable = await compiled(double());
    await executable.run(three, {
      onNode: ({ node, milliseconds }) => seen.push([node, milliseconds > 0]),
    });
    expect(seen).toEqual([['sum', true]]);
  });

  it('counts the weights', async () => {
    const g = graphBuilder('weights');
    const filter = g.constant('filter', tensor('float32', [3, 4]));
    const x = g.input('x', 'float32', [1, 'H', 'W', 3]);
    g.output('y', g.pointwiseConv2d({ x, filter }));
    expect((await compiled(g.build())).memory()).toEqual({ weights: 48, activations: 0 });
  });
});
