import { describe, expect, it } from 'vitest';
import type { Backend, BackendProvider, TensorMap } from '../backend/contract.js';
import { tensor } from '../data/tensor.js';
import { DisposedError } from '../errors/errors.js';
import { SeparableError } from '../errors/separable-error.js';
import { graphBuilder } from '../graph/builder.js';
import { type Graph, typeOf } from '../graph/graph.js';
import { createSession } from './create-session.js';
import { countModes, printPlacement } from './placement.js';

function zerosOf(graph: Graph): TensorMap {
  const zeros = graph.outputs.map(({ name, value }) => {
    const { dtype, shape } = typeOf(graph, value);
    return [
      name,
      tensor(
        dtype,
        shape.map((d) => (typeof d === 'number' ? d : 1)),
      ),
    ] as const;
  });
  return Object.fromEntries(zeros);
}

/** A backend that knows some ops by name and answers every run with zeros of the outputs' shapes. */
function fake(name: string, ops: readonly string[], log: string[] = []): BackendProvider {
  const backend: Backend = {
    name,
    device: 'nowhere',
    support: (node) =>
      ops.includes(node.op)
        ? { native: true }
        : { native: false, reason: `no kernel for ${node.op}` },
    compile: async (graph: Graph) => ({
      kernels: new Map(graph.nodes.map((node) => [node.name, `fake ${node.op}`])),
      run: async () => zerosOf(graph),
      runOnDevice: async () => ({}),
      memory: () => ({ weights: 0, activations: 0 }),
      [Symbol.asyncDispose]: async () => void log.push(`${name}: executable gone`),
    }),
    [Symbol.asyncDispose]: async () => void log.push(`${name}: backend gone`),
  };
  return {
    name,
    probe: async () => ({ available: true, device: 'nowhere', features: {} }),
    create: async () => backend,
  };
}

const missing: BackendProvider = {
  name: 'gpu',
  probe: async () => ({ available: false, reason: 'there is no adapter' }),
  create: () => Promise.reject(new Error('must not be called')),
};

function separable(): Graph {
  const g = graphBuilder('net');
  const x = g.input('x', 'float32', ['batch', 4, 4, 2]);
  const depthwise = g.constant('dw', tensor('float32', [3, 3, 2, 1]));
  const pointwise = g.constant('pw', tensor('float32', [2, 5]));
  g.output(
    'y',
    g.separableConv2d({ x, depthwiseFilter: depthwise, pointwiseFilter: pointwise }, {}, 'block'),
  );
  return g.build();
}

const x = tensor('float32', [1, 4, 4, 2]);

describe('a session', () => {
  it('takes the first backend that is there and runs everything, and says why not the others', async () => {
    const backends = [missing, fake('small', ['conv2d']), fake('whole', ['separableConv2d'])];
    await using session = await createSession(separable(), { backends });
    expect(session.considered).toMatchInlineSnapshot(`
      [
        {
          "backend": "gpu",
          "chosen": false,
          "reason": "there is no adapter",
        },
        {
          "backend": "small",
          "chosen": false,
          "reason": "it cannot run 2 nodes (depthwiseConv2d, reshape)",
        },
        {
          "backend": "whole",
          "chosen": true,
          "reason": "",
        },
      ]
    `);
    expect(printPlacement(session.placement)).toMatchInlineSnapshot(`
      "node   op               backend  kernel                mode    part of
      block  separableConv2d  whole    fake separableConv2d  native
      backend whole: nowhere"
    `);
  });

  it('decomposes what the backend lacks and shows it in the receipt', async () => {
    const backends = [fake('parts', ['depthwiseConv2d', 'conv2d', 'reshape'])];
    await using session = await createSession(separable(), { backends });
    expect(printPlacement(session.placement)).toMatchInlineSnapshot(`
      "node                          op               backend  kernel                mode        part of
      block/depthwiseConv2d         depthwiseConv2d  parts    fake depthwiseConv2d  decomposed  block (separableConv2d)
      block/pointwiseConv2d/conv2d  conv2d           parts    fake conv2d           decomposed  block (separableConv2d)
      backend parts: nowhere"
    `);
    expect(countModes(session.placement)).toEqual({ native: 0, decomposed: 1, fallback: 0 });
  });

  it('names every input that is missing, extra or does not fit', async () => {
    await using session = await createSession(separable(), {
      backends: [fake('whole', ['separableConv2d'])],
    });
    const wrong = (inputs: unknown) => session.run(inputs as TensorMap);
    await expect(wrong({ z: x })).rejects.toThrowErrorMatchingInlineSnapshot(`
      [InputMismatchError: graph 'net' got wrong inputs: 'x' float32 [batch, 4, 4, 2] is missing; there is no input 'z'
        hint: it takes 'x' float32 [batch, 4, 4, 2]]
    `);
    await expect(wrong({ x: tensor('int32', [1, 4, 4, 2]) })).rejects
      .toThrowErrorMatchingInlineSnapshot(`
      [InputMismatchError: graph 'net' got wrong inputs: 'x' needs float32, got int32
        hint: it takes 'x' float32 [batch, 4, 4, 2]]
    `);
    await expect(
      wrong({ x: tensor('float32', [1, 4, 5, 2]) }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[InputMismatchError: input 'x' needs the shape [batch, 4, 4, 2], got [1, 4, 5, 2] (with batch = 1)]`,
    );
    await expect(wrong({ x: { ...x, data: x.data.subarray(1) } })).rejects
      .toThrowErrorMatchingInlineSnapshot(`
      [InputMismatchError: graph 'net' got wrong inputs: 'x' of shape [1, 4, 4, 2] holds 31 elements
        hint: it takes 'x' float32 [batch, 4, 4, 2]]
    `);
    await expect(wrong({ x: [1, 2] })).rejects.toThrowErrorMatchingInlineSnapshot(`
      [InputMismatchError: graph 'net' got wrong inputs: 'x' needs a tensor { dtype, shape, data }
        hint: it takes 'x' float32 [batch, 4, 4, 2]]
    `);
    expect((await session.run({ x }))['y']?.shape).toEqual([1, 2, 2, 5]);
  });

  it('cannot be used after disposal, and gives back what it took once', async () => {
    const log: string[] = [];
    const session = await createSession(separable(), {
      backends: [fake('whole', ['separableConv2d'], log)],
    });
    await session[Symbol.asyncDispose]();
    await session[Symbol.asyncDispose]();
    expect(log).toEqual(['whole: executable gone', 'whole: backend gone']);
    const late = await session.run({ x }).catch((error: unknown) => error);
    expect(late).toBeInstanceOf(DisposedError);
    expect(late).toBeInstanceOf(SeparableError);
    expect(String(late)).toMatchInlineSnapshot(
      `"DisposedError: the session of graph 'net' was used after it had been disposed"`,
    );
  });

  it('says what to do when nothing can run the graph', async () => {
    const create = (...backends: BackendProvider[]) => createSession(separable(), { backends });
    await expect(create()).rejects.toThrowErrorMatchingInlineSnapshot(`
      [BackendUnavailableError: no backend was given
        hint: add a provider that runs anywhere, such as one in plain JavaScript]
    `);
    await expect(create(missing)).rejects.toThrowErrorMatchingInlineSnapshot(`
      [BackendUnavailableError: no backend is available
        gpu: there is no adapter
        hint: add a provider that runs anywhere, such as one in plain JavaScript]
    `);
    await expect(create(fake('small', ['relu']))).rejects.toThrowErrorMatchingInlineSnapshot(`
      [UnsupportedOpError: backend 'small' cannot run 3 of 3 nodes
        depthwiseConv2d: no kernel for depthwiseConv2d (1: block/depthwiseConv2d)
        reshape: no kernel for reshape (1: block/pointwiseConv2d/reshape)
        conv2d: no kernel for conv2d (1: block/pointwiseConv2d/conv2d)]
    `);
    await expect(create(missing, fake('small', ['relu']))).rejects
      .toThrowErrorMatchingInlineSnapshot(`
      [UnsupportedOpError: no backend can run the whole graph
        gpu: there is no adapter
        small: it cannot run 3 nodes (depthwiseConv2d, reshape, conv2d)
        depthwiseConv2d: no kernel for depthwiseConv2d (1: block/depthwiseConv2d)
        reshape: no kernel for reshape (1: block/pointwiseConv2d/reshape)
        conv2d: no kernel for conv2d (1: block/pointwiseConv2d/conv2d)]
    `);
  });

  it('ends at once when its signal is already aborted', async () => {
    const signal = AbortSignal.abort();
    const backends = [fake('whole', ['separableConv2d'])];
    await expect(createSession(separable(), { backends, signal })).rejects.toThrow(
      'the session was aborted',
    );
    await using session = await createSession(separable(), { backends });
    await expect(session.run({ x }, { signal })).rejects.toThrow('the session was aborted');
  });
});
