import { describe, expect, it } from 'vitest';
import { absentProvider, fakeProvider } from '../../testing/fake-provider.js';
import { tensor } from '../data/tensor.js';
import {
  BackendUnavailableError,
  DisposedError,
  ExecutionError,
  UnsupportedOpError,
} from '../errors/errors.js';
import { graphBuilder } from '../graph/builder.js';
import type { Graph } from '../graph/graph.js';
import { createSession } from './create-session.js';

function positive(): Graph {
  const g = graphBuilder('positive');
  g.output('y', g.relu({ x: g.input('x', 'float32', ['n']) }));
  return g.build();
}

const x = tensor('float32', [2], [-1, 2]);

/** Something a test opens when it wants a fake backend to go on. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

describe('switching a session', () => {
  it('leaves the old engine answering until the new one is ready', async () => {
    const [log, compiling]: [string[], ReturnType<typeof gate>] = [[], gate()];
    await using session = await createSession(positive(), {
      backends: [fakeProvider('old', { log })],
    });
    const switched = session.switchTo(
      fakeProvider('new', { log, beforeCompile: () => compiling.opened }),
    );
    expect([...(await session.run({ x }))['y']!.data]).toEqual([0, 2]);
    expect(session.placement.nodes[0]?.backend).toBe('old');
    compiling.open();
    await switched;
    expect(session.placement.nodes[0]?.backend).toBe('new');
    expect(session.considered).toEqual([{ backend: 'new', chosen: true, reason: '' }]);
    expect([...(await session.run({ x }))['y']!.data]).toEqual([0, 2]);
    expect(log).toEqual([
      'old: compiled relu',
      'new: compiled relu',
      'old: executable gone',
      'old: backend gone',
    ]);
  });

  it('lets runs in flight end on the old engine before that goes', async () => {
    const [log, running]: [string[], ReturnType<typeof gate>] = [[], gate()];
    await using session = await createSession(positive(), {
      backends: [fakeProvider('old', { log, beforeRun: () => running.opened })],
    });
    const inFlight = session.run({ x });
    await session.switchTo(fakeProvider('new', { log }));
    expect(log).not.toContain('old: executable gone');
    running.open();
    expect([...(await inFlight)['y']!.data]).toEqual([0, 2]);
    await session[Symbol.asyncDispose]();
    expect(log.filter((line) => line.endsWith('gone')).sort()).toEqual([
      'new: backend gone',
      'new: executable gone',
      'old: backend gone',
      'old: executable gone',
    ]);
  });

  it('stays as it was when the new engine fails', async () => {
    const log: string[] = [];
    await using session = await createSession(positive(), {
      backends: [fakeProvider('old', { log })],
    });
    const broken = new ExecutionError('the shader did not compile');
    const failures = [
      [absentProvider('gone', 'no adapter'), BackendUnavailableError],
      [fakeProvider('small', { ops: [], log }), UnsupportedOpError],
      [fakeProvider('sick', { log, beforeCompile: () => Promise.reject(broken) }), ExecutionError],
      [fakeProvider('cold', { log, beforeRun: () => Promise.reject(broken) }), ExecutionError],
    ] as const;
    for (const [provider, kind] of failures) {
      await expect(session.switchTo(provider, { warmUp: { x: [1] } })).rejects.toThrow(kind);
    }
    expect(session.placement.nodes[0]?.backend).toBe('old');
    expect([...(await session.run({ x }))['y']!.data]).toEqual([0, 2]);
    expect(log.filter((line) => line.endsWith('backend gone'))).toEqual([
      'small: backend gone',
      'sick: backend gone',
      'cold: backend gone',
    ]);
  });

  it('takes switches one after another, and gives everything back when it ends', async () => {
    const log: string[] = [];
    const session = await createSession(positive(), { backends: [fakeProvider('a', { log })] });
    await Promise.all([
      session.switchTo(fakeProvider('b', { log })),
      session.switchTo(fakeProvider('c', { log })),
    ]);
    expect(session.placement.nodes[0]?.backend).toBe('c');
    const [begun, compiling] = [gate(), gate()];
    const beforeCompile = (): Promise<void> => {
      begun.open();
      return compiling.opened;
    };
    const late = session.switchTo(fakeProvider('d', { log, beforeCompile }));
    await begun.opened;
    const refused = late.catch((error: unknown) => error);
    const ended = session[Symbol.asyncDispose]();
    compiling.open();
    await ended;
    expect(await refused).toBeInstanceOf(DisposedError);
    expect(log.filter((line) => line.endsWith('backend gone')).sort()).toEqual(
      ['a', 'b', 'c', 'd'].map((name) => `${name}: backend gone`),
    );
    expect(() => session.switchTo(fakeProvider('e'))).toThrow(DisposedError);
  });
});
