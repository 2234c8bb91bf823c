import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphEquals } from '@separable/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../../testing/failure.js';
import { denseFiles } from '../../testing/small-models.js';
import { importTfjs } from '../import-tfjs.js';
import { modelFolder } from '../node/model-folder.js';
import { type LoadProgress, loadTfjs } from './load-tfjs.js';

const files = denseFiles();
let folder: string;
let server: Server;
let address: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'separable-tfjs-'));
  mkdirSync(join(folder, 'model', 'parts'), { recursive: true });
  writeFileSync(join(folder, 'model', 'model.json'), files.modelJson);
  for (const [path, bytes] of files.shards) writeFileSync(join(folder, 'model', path), bytes);
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://host');
    const path = pathname.replace('/nets/', '');
    const body = path === 'model.json' ? files.modelJson : files.shards.get(path);
    // Shards carry the query of the model, as signed addresses need.
    if (body === undefined || searchParams.get('key') !== 'k') response.writeHead(404).end();
    else response.writeHead(200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/nets/model.json?key=k`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('loadTfjs', () => {
  it('loads from an address and tells how far it is', async () => {
    const told: LoadProgress[] = [];
    const graph = await loadTfjs(address, { onProgress: (progress) => told.push(progress) });
    expect(graphEquals(graph, importTfjs(files))).toBe(true);
    expect(told.at(-1)).toEqual({ loadedBytes: 32, totalBytes: 32 });
    expect(told.length).toBeGreaterThanOrEqual(2);
  });

  it('loads from a folder', async () => {
    const told: LoadProgress[] = [];
    const onProgress = (progress: LoadProgress) => told.push(progress);
    const graph = await loadTfjs(modelFolder(join(folder, 'model')), { onProgress });
    expect(graphEquals(graph, importTfjs(files))).toBe(true);
    expect(told.at(-1)).toEqual({ loadedBytes: 32, totalBytes: 32 });
  });

  it('ends when its signal does', async () => {
    const stopped = new AbortController();
    const reader = modelFolder(join(folder, 'model'));
    const loading = loadTfjs(
      async (path, request) => {
        if (path !== 'model.json') stopped.abort();
        return reader(path, request);
      },
      { signal: stopped.signal },
    );
    expect(await failureOf(() => loading)).toBe('AbortedError: loading the model was aborted');
  });

  it('says which file it cannot read', async () => {
    const missing = new URL(address);
    missing.search = '';
    expect(await failureOf(() => loadTfjs(missing))).toMatch(
      /^ImportError: model\.json cannot be loaded: .* answered 404$/,
    );
    expect(await failureOf(() => loadTfjs('no address'))).toMatchInlineSnapshot(
      `"ImportError: "no address" is no address of a model.json"`,
    );
    expect(await failureOf(() => loadTfjs(modelFolder(join(folder, 'none'))))).toMatch(
      /^ImportError: "model\.json" cannot be read: ENOENT/,
    );
  });

  it('refuses a link that leads out of the folder', async () => {
    const sly = join(folder, 'sly');
    mkdirSync(sly);
    writeFileSync(join(sly, 'model.json'), files.modelJson);
    mkdirSync(join(sly, 'parts'));
    for (const path of files.shards.keys())
      symlinkSync(join(folder, 'model', path), join(sly, path));
    expect(await failureOf(() => loadTfjs(modelFolder(sly)))).toMatchInlineSnapshot(
      `"ImportError: "one.bin" cannot be read: one.bin leads out of the model's folder"`,
    );
  });
});
