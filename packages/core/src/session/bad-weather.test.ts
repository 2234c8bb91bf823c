import { describe, expect, it } from 'vitest';
import { fakeProvider } from '../../testing/fake-provider.js';
import { tensor } from '../data/tensor.js';
import {
  AbortedError,
  BackendUnavailableError,
  ExecutionError,
  GraphError,
} from '../errors/errors.js';
import { graphBuilder } from '../graph/builder.js';
import type { Graph } from '../graph/graph.js';
import { createSession } from './create-session.js';
import type { SessionPhase } from './session-options.js';

function positive(extent: string | number = 'n'): Graph {
  const g = graphBuilder('positive');
  g.output('y', g.relu({ x: g.input('x', 'float32', ['batch', extent]) }));
  return g.build();
}

const x = tensor('float32', [1, 2], [-1, 2]);

describe('an engine that fails', () => {
  it('while it is created or compiles is passed over with its reason', async () => {
    const failing = [
      fakeProvider('locked', { creating: new BackendUnavailableError('eval is forbidden') }),
      fakeProvider('lost', { creating: new ExecutionError('the device was lost') }),
      fakeProvider('full', {
        beforeCompile: () => Promise.reject(new ExecutionError('out of memory on the device')),
      }),
    ];
    await using session = await createSession(positive(), {
      backends: [...failing, fakeProvider('sound')],
    });
    expect(session.considered.map(({ backend, reason }) => [backend, reason])).toEqual([
      ['locked', 'eval is forbidden'],
      ['lost', 'the device was lost'],
      ['full', 'out of memory on the device'],
      ['sound', ''],
    ]);
    await expect(createSession(positive(), { backends: failing })).rejects
      .toThrowErrorMatchingInlineSnapshot(`
      [BackendUnavailableError: no backend is available
        locked: eval is forbidden
        lost: the device was lost
        full: out of memory on the device
        hint: add a provider that runs anywhere, such as one in plain JavaScript]
    `);
    await expect(createSession(positive(), { backends: [failing[2]!] })).rejects.toThrow(
      'out of memory on the device',
    );
  });

  it('because the graph or the code is wrong is not hidden by the next one', async () => {
    for (const error of [new GraphError('a bad attribute'), new TypeError('a bug')]) {
      const log: string[] = [];
      const wrong = fakeProvider('wrong', { log, beforeCompile: () => Promise.reject(error) });
      const backends = [wrong, fakeProvider('next')];
      await expect(createSession(positive(), { backends })).rejects.toBe(error);
      expect(log).toEqual(['wrong: backend gone']);
    }
  });

  it('in a run gives a typed error that says what to do, and the next session works', async () => {
    let lost: Error | undefined;
    const fragile = fakeProvider('fragile', {
      beforeRun: async () => {
        if (lost !== undefined) throw lost;
      },
    });
    await using session = await createSession(positive(), { backends: [fragile] });
    // What a lost device looks like in an engine that did not foresee it.
    lost = new DOMException('A valid external Instance reference no longer exists.');
    await expect(session.run({ x })).rejects.toThrowErrorMatchingInlineSnapshot(`
      [ExecutionError: backend 'fragile' failed while it ran graph 'positive': Error: A valid external Instance reference no longer exists.
        hint: switch the session to another backend with switchTo, or make a new one]
    `);
    await expect(session.run({ x })).rejects.toThrow(ExecutionError);
    lost = new BackendUnavailableError('the worker crashed', { hint: 'make a new session' });
    await expect(session.run({ x })).rejects.toBe(lost);
    await session.switchTo(fakeProvider('sound'));
    expect([...(await session.run({ x }))['y']!.data]).toEqual([0, 2]);
    lost = undefined;
    await using next = await createSession(positive(), { backends: [fragile] });
    expect([...(await next.run({ x }))['y']!.data]).toEqual([0, 2]);
  });
});

describe('making a session', () => {
  it('tells every phase and warms up where it is asked to', async () => {
    const phases: (readonly [SessionPhase, number])[] = [];
    let runs = 0;
    const counting = fakeProvider('counting', { beforeRun: async () => void runs++ });
    await using session = await createSession(positive(3), {
      backends: [counting],
      passes: [],
      warmUp: true,
      onProgress: (phase, done) => phases.push([phase, done]),
    });
    expect(runs).toBe(1);
    expect(phases).toEqual([
      ['warm-up', 0],
      ['warm-up', 1],
    ]);
    await session.warmUp({ x: [4, 3] });
    expect(runs).toBe(2);
  });

  it('needs the sizes that nothing tells before it warms up', async () => {
    const log: string[] = [];
    const backends = [fakeProvider('any', { log })];
    await expect(createSession(positive(), { backends, warmUp: true })).rejects
      .toThrowErrorMatchingInlineSnapshot(`
      [InputMismatchError: a sample of input 'x' needs a size: its shape is [batch, n]
        hint: give its shape, for instance { x: [1, 1] }]
    `);
    expect(log).toEqual([]);
  });

  it('ends when its signal says so: between passes, in compile, in the warm-up', async () => {
    for (const stage of ['optimise', 'compile', 'warm-up'] as const) {
      const log: string[] = [];
      const controller = new AbortController();
      const end = async (signal: AbortSignal | undefined): Promise<void> => {
        controller.abort();
        if (signal?.aborted) throw new AbortedError('the engine');
      };
      const provider = fakeProvider('any', {
        log,
        ...(stage === 'compile' && { beforeCompile: end }),
        ...(stage === 'warm-up' && { beforeRun: end }),
      });
      const making = createSession(positive(2), {
        backends: [provider, fakeProvider('next')],
        warmUp: true,
        signal: controller.signal,
        onProgress: (phase) => {
          if (phase === stage) controller.abort();
        },
      });
      await expect(making).rejects.toThrow(AbortedError);
      expect(log.at(-1)).toBe('any: backend gone');
    }
  });
});

describe('sessions side by side', () => {
  it('on one provider run at once, and one outlives the other', async () => {
    const backends = [fakeProvider('shared')];
    const [one, two] = await Promise.all([
      createSession(positive(), { backends }),
      createSession(positive(), { backends }),
    ]);
    const runs = await Promise.all([one, two, one, two].map((session) => session.run({ x })));
    for (const { y } of runs) expect([...y!.data]).toEqual([0, 2]);
    await one[Symbol.asyncDispose]();
    expect([...(await two.run({ x }))['y']!.data]).toEqual([0, 2]);
    await two[Symbol.asyncDispose]();
  });

  it('let a run end that is in flight when the session ends, or refuse it', async () => {
    let open = (): void => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    const slow = fakeProvider('slow', { beforeRun: () => opened });
    const session = await createSession(positive(), { backends: [slow] });
    const inFlight = session.run({ x });
    const ended = session[Symbol.asyncDispose]();
    open();
    expect([...(await inFlight)['y']!.data]).toEqual([0, 2]);
    await ended;
    await expect(session.run({ x })).rejects.toThrow(
      "the session of graph 'positive' was used after it had been disposed",
    );
    await expect(session.warmUp({ x: [1, 2] })).rejects.toThrow('disposed');
  });
});
