import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { absentProvider, fakeProvider } from '../../../testing/fake-provider.js';
import { AbortedError } from '../../errors/errors.js';
import { graphBuilder } from '../../graph/builder.js';
import type { Graph } from '../../graph/graph.js';
import { createSession } from '../create-session.js';
import { fileStore } from './file-store.js';
import type { MeasurementStore } from './measure-options.js';

function positive(extent: number | string = 2): Graph {
  const g = graphBuilder('positive');
  g.output('y', g.relu({ x: g.input('x', 'float32', ['batch', extent]) }));
  return g.build();
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const taking = (name: string, ms: number, log: string[] = []) =>
  fakeProvider(name, { log, beforeRun: () => wait(ms) });

function memoryStore(): MeasurementStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
  };
}

afterEach(() => vi.unstubAllEnvs());

describe('a session that prefers the fastest engine', () => {
  it('measures all of them, keeps the best and disposes of the rest', async () => {
    const log: string[] = [];
    await using session = await createSession(positive(), {
      backends: [
        absentProvider('gone', 'no adapter'),
        taking('slow', 20, log),
        taking('quick', 1, log),
        taking('middling', 10, log),
      ],
      prefer: 'fastest',
      measure: { store: null },
    });
    expect(session.placement.nodes[0]?.backend).toBe('quick');
    expect(session.considered).toMatchObject([
      { backend: 'gone', chosen: false, reason: 'no adapter' },
      { backend: 'slow', chosen: false, reason: expect.stringMatching(/^2\d.*a run, the best/) },
      { backend: 'quick', chosen: true, reason: '', milliseconds: expect.any(Number) },
      { backend: 'middling', chosen: false },
    ]);
    expect(log.filter((line) => line.endsWith('backend gone'))).toEqual([
      'slow: backend gone',
      'middling: backend gone',
    ]);
  });

  it('remembers the answer for this graph and these devices', async () => {
    const store = memoryStore();
    const log: string[] = [];
    const options = {
      backends: [taking('slow', 10, log), taking('quick', 1, log)],
      prefer: 'fastest',
      measure: { store },
    } as const;
    await using first = await createSession(positive(), options);
    expect([...store.kept.keys()]).toEqual([expect.stringMatching(/^separable-1-[\da-f]{16}$/)]);
    log.length = 0;
    await using again = await createSession(positive(), options);
    expect(log).toEqual(['quick: compiled relu']);
    expect(again.considered).toMatchObject([
      { backend: 'slow', chosen: false, reason: expect.stringContaining('ms a run, the best') },
      { backend: 'quick', chosen: true },
    ]);
    await using larger = await createSession(positive(3), options);
    await using among = await createSession(positive(), {
      ...options,
      backends: [...options.backends, taking('third', 5)],
    });
    expect([first, larger, among].map(({ placement }) => placement.nodes[0]?.backend)).toEqual([
      'quick',
      'quick',
      'quick',
    ]);
    expect(store.kept.size).toBe(3);
  });

  it('measures again when what was remembered cannot be read', async () => {
    const broken: MeasurementStore = {
      get: async () => '{"quick": "fast"}',
      set: () => Promise.reject(new Error('the disk is full')),
    };
    await using session = await createSession(positive(), {
      backends: [taking('slow', 10), taking('quick', 1)],
      prefer: 'fastest',
      measure: { store: broken },
    });
    expect(session.placement.nodes[0]?.backend).toBe('quick');
  });

  it('keeps to its budget: who has not answered is passed over and nothing is remembered', async () => {
    const store = memoryStore();
    const stuck = fakeProvider('stuck', {
      beforeRun: (signal) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(new AbortedError('the run')));
        }),
    });
    await using session = await createSession(positive(), {
      backends: [stuck, taking('quick', 1)],
      prefer: 'fastest',
      measure: { store, budget: 100 },
    });
    expect(session.considered).toMatchObject([
      { backend: 'stuck', reason: 'it did not answer within 50 ms' },
      { backend: 'quick', chosen: true },
    ]);
    expect(store.kept.size).toBe(0);
    await using unmeasured = await createSession(positive(), {
      backends: [stuck],
      prefer: 'fastest',
      measure: { store, budget: 20 },
    });
    expect(unmeasured.considered).toEqual([{ backend: 'stuck', chosen: true, reason: '' }]);
  });

  it('starts on the first and switches later when it measures in the background', async () => {
    const log: string[] = [];
    await using session = await createSession(positive(), {
      backends: [taking('slow', 10, log), taking('quick', 1, log)],
      prefer: 'fastest',
      measure: { store: null, background: true },
    });
    expect(session.placement.nodes[0]?.backend).toBe('slow');
    await session.settled;
    expect(session.placement.nodes[0]?.backend).toBe('quick');
  });

  it('stops measuring in the background when the session ends', async () => {
    const log: string[] = [];
    const session = await createSession(positive(), {
      backends: [taking('slow', 10, log), taking('quick', 1, log)],
      prefer: 'fastest',
      measure: { store: null, background: true },
    });
    await session[Symbol.asyncDispose]();
    await session.settled;
    const count = (text: string): number => log.filter((line) => line.includes(text)).length;
    expect(count('executable gone')).toBe(count('compiled'));
  });

  it('ends when its signal says so, and gives back what it had opened', async () => {
    const log: string[] = [];
    const controller = new AbortController();
    const backends = [
      taking('quick', 1, log),
      fakeProvider('second', { log, beforeRun: async () => controller.abort() }),
    ];
    const making = createSession(positive(), {
      backends,
      prefer: 'fastest',
      measure: { store: null },
      signal: controller.signal,
    });
    await expect(making).rejects.toThrow(AbortedError);
    expect(log.filter((line) => line.endsWith('backend gone')).sort()).toEqual([
      'quick: backend gone',
      'second: backend gone',
    ]);
  });

  it('asks for the sizes that nothing tells', async () => {
    const making = createSession(positive('n'), {
      backends: [taking('any', 1)],
      prefer: 'fastest',
      measure: { store: null },
    });
    await expect(making).rejects.toThrow("a sample of input 'x' needs a size");
  });
});

describe('measurements in files', () => {
  it('come back, and lie in the cache folder of the user', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'separable-store-'));
    vi.stubEnv('XDG_CACHE_HOME', folder);
    const store = fileStore()!;
    await expect(store.get('key')).rejects.toThrow('ENOENT');
    await store.set('key', 'one');
    await store.set('key', 'two');
    expect(await store.get('key')).toBe('two');
    expect(await readdir(join(folder, 'separable'))).toEqual(['key.json']);
    await writeFile(join(folder, 'separable', 'other.json'), 'other');
    expect(await store.get('other')).toBe('other');
    await rm(folder, { recursive: true });
  });
});
