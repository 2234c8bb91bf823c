import { afterEach, describe, expect, it, vi } from 'vitest';
import { absentProvider, fakeProvider } from '../../testing/fake-provider.js';
import { tensor } from '../data/tensor.js';
import { graphBuilder } from '../graph/builder.js';
import type { Graph } from '../graph/graph.js';
import { createSession } from './create-session.js';
import { type NodePlacement, type Placement, printPlacement } from './placement.js';
import type { SessionOptions } from './session-options.js';

/** relu → neg → abs → neg, the result of each read by the next, and their sum with the first. */
function chain(shape: readonly (number | string)[] = ['batch', 3]): Graph {
  const g = graphBuilder('chain');
  const x = g.input('x', 'float32', shape);
  const first = g.relu({ x }, {}, 'first');
  const second = g.neg({ x: first }, {}, 'second');
  const third = g.abs({ x: second }, {}, 'third');
  const fourth = g.neg({ x: third }, {}, 'fourth');
  g.output('y', g.add({ a: fourth, b: first }, {}, 'sum'));
  g.output('again', third);
  return g.build();
}

const always: Partial<SessionOptions> = { worthCopying: () => true, passes: [] };
const lead = (log?: string[]) =>
  fakeProvider('lead', { ops: ['relu', 'abs', 'add'], ...(log && { log }) });
const x = tensor('float32', [1, 3], [-1, 2, 3]);

afterEach(() => vi.restoreAllMocks());

describe('a session that may fall back', () => {
  it('splits the graph, runs it right and shows every crossing', async () => {
    const helper = fakeProvider('helper');
    await using session = await createSession(chain(), {
      backends: [lead(), helper],
      fallback: 'allow',
      ...always,
    });
    expect(printPlacement(session.placement)).toMatchInlineSnapshot(`
      "node    op    backend  kernel     mode      part of
      first   relu  lead     fake relu  native
      second  neg   helper   fake neg   fallback
      third   abs   lead     fake abs   native
      fourth  neg   helper   fake neg   fallback
      sum     add   lead     fake add   native
      backend lead: the lead device
      backend helper: the helper device
      second: no kernel for neg
      fourth: no kernel for neg
      crossing first: lead to helper, 12*batch bytes
      crossing second: helper to lead, 12*batch bytes
      crossing third: lead to helper, 12*batch bytes
      crossing fourth: helper to lead, 12*batch bytes"
    `);
    const outputs = await session.run({ x });
    expect(Object.entries(outputs).map(([name, { data }]) => [name, ...data])).toEqual([
      ['y', 0, 0, 0],
      ['again', 0, 2, 3],
    ]);
    expect(session.considered).toEqual([
      { backend: 'lead', chosen: true, reason: '' },
      { backend: 'helper', chosen: true, reason: 'takes 2 of 5 nodes' },
    ]);
    expect(session.memory()).toEqual({ weights: 40, activations: 20 });
  });

  it('has a receipt that survives JSON', async () => {
    await using session = await createSession(chain(), {
      backends: [lead(), fakeProvider('helper')],
      fallback: 'allow',
      ...always,
    });
    const back = JSON.parse(JSON.stringify(session.placement)) as Placement;
    expect(back).toStrictEqual(session.placement);
  });

  it('leaves a region that is not worth its copies with its neighbour, and says why', async () => {
    await using session = await createSession(chain([1, 3]), {
      backends: [lead(), fakeProvider('helper')],
      fallback: 'allow',
      passes: [],
    });
    expect(new Set(session.placement.nodes.map(({ backend }) => backend))).toEqual(
      new Set(['helper']),
    );
    expect(session.placement.crossings).toEqual([]);
    expect(session.placement.nodes[0]?.reason).toMatchInlineSnapshot(
      `"not worth its copies: 3 operations against a crossing of 12 bytes"`,
    );
    expect(session.considered).toEqual([
      { backend: 'lead', chosen: false, reason: 'nothing it can run is worth its copies' },
      { backend: 'helper', chosen: true, reason: 'takes 5 of 5 nodes' },
    ]);
  });

  it('keeps values on the device that a later region of the same backend reads', async () => {
    const log: string[] = [];
    await using session = await createSession(chain(), {
      backends: [lead(log), fakeProvider('helper')],
      fallback: 'allow',
      ...always,
    });
    await session.run({ x });
    // `first` is read once for the helper; the sum takes it where it is.
    expect(log.filter((line) => !line.includes('compiled'))).toEqual([
      'lead: read',
      'lead: tensor gone',
    ]);
  });

  it('tells onFallback, or the console, under report alone', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const told: (readonly NodePlacement[])[] = [];
    const backends = [lead(), fakeProvider('helper')];
    const onFallback = (nodes: readonly NodePlacement[]): unknown => told.push(nodes);
    for (const options of [
      { fallback: 'allow', onFallback },
      { fallback: 'report', onFallback },
      { fallback: 'report' },
    ] as const) {
      await using _ = await createSession(chain(), { backends, ...always, ...options });
    }
    expect(told.map((nodes) => nodes.map(({ node }) => node))).toEqual([['second', 'fourth']]);
    expect(warn.mock.calls).toMatchInlineSnapshot(`
      [
        [
          "2 nodes do not run on backend 'lead'
        second (neg) on helper: no kernel for neg
        fourth (neg) on helper: no kernel for neg",
        ],
      ]
    `);
  });

  it('passes over helpers that are not there and says what nobody can run', async () => {
    const gone = absentProvider('gone', 'there is no adapter');
    await using session = await createSession(chain(), {
      backends: [lead(), gone, fakeProvider('helper')],
      fallback: 'allow',
      ...always,
    });
    expect(session.considered.map(({ backend, reason }) => [backend, reason])).toEqual([
      ['lead', ''],
      ['helper', 'takes 2 of 5 nodes'],
      ['gone', 'there is no adapter'],
    ]);
    await expect(
      createSession(chain(), {
        backends: [lead(), gone, fakeProvider('small', { ops: ['abs'] })],
        fallback: 'allow',
        ...always,
      }),
    ).rejects.toThrowErrorMatchingInlineSnapshot(`
      [UnsupportedOpError: no backend can run the whole graph
        lead: it cannot run 2 nodes (neg)
        gone: there is no adapter
        small: it cannot run 4 nodes (relu, neg, add)
        relu: no kernel for relu (1: first)
        neg: no kernel for neg (2: second, fourth)
        add: no kernel for add (1: sum)]
    `);
  });

  it('gives back every backend it took, also when a region does not compile', async () => {
    const log: string[] = [];
    const failing = fakeProvider('failing', {
      log,
      beforeCompile: () => Promise.reject(new TypeError('a bug')),
    });
    await expect(
      createSession(chain(), { backends: [lead(log), failing], fallback: 'allow', ...always }),
    ).rejects.toThrow('a bug');
    expect(log.filter((line) => line.includes('backend gone')).sort()).toEqual([
      'failing: backend gone',
      'lead: backend gone',
    ]);
  });

  it('compiles for each size where a region cannot tell the size of the whole', async () => {
    const g = graphBuilder('halved');
    const image = g.input('x', 'float32', [1, 'H', 4, 2]);
    const pooled = g.maxPool2d({ x: image }, { kernel: 2, strides: 2, padding: 'same' }, 'pool');
    g.output('y', g.relu({ x: pooled }, {}, 'relu'));
    const log: string[] = [];
    await using session = await createSession(g.build(), {
      backends: [
        fakeProvider('pools', { ops: ['maxPool2d'] }),
        fakeProvider('helper', { ops: ['relu'], log }),
      ],
      fallback: 'allow',
      ...always,
    });
    for (const height of [5, 8, 5]) {
      const { y } = await session.run({ x: tensor('float32', [1, height, 4, 2]) });
      expect(y?.shape).toEqual([1, Math.ceil(height / 2), 2, 2]);
    }
    expect(log.filter((line) => line.includes('compiled'))).toHaveLength(3);
    expect(session.placement.crossings).toEqual([
      { value: 'pool', from: 'pools', to: 'helper', bytes: expect.stringContaining('H') },
    ]);
    for (const height of [1, 2, 3, 4, 6]) {
      await session.run({ x: tensor('float32', [1, height, 4, 2]) });
    }
    // The symbolic one that only names kernels, and all but the last four sizes.
    expect(log.filter((line) => line.includes('gone'))).toHaveLength(1 + 3);
  });

  it('reads device tensors that are passed in and hands out ones that can be read', async () => {
    await using session = await createSession(chain(), {
      backends: [lead(), fakeProvider('helper')],
      fallback: 'allow',
      ...always,
    });
    const once = await session.runOnDevice({ x });
    const twice = await session.runOnDevice({ x: once['again']! });
    expect([...(await twice['again']!.read()).data]).toEqual([0, 2, 3]);
  });

  it('ends between regions when its signal says so', async () => {
    const controller = new AbortController();
    await using session = await createSession(chain(), {
      backends: [lead(), fakeProvider('helper', { beforeRun: async () => controller.abort() })],
      fallback: 'allow',
      ...always,
    });
    await expect(session.run({ x }, { signal: controller.signal })).rejects.toThrow(
      'the session was aborted',
    );
  });
});
