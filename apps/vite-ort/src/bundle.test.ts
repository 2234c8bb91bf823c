import { readdir, readFile, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, defaultClientConditions } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

let outDir: string;
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'vite-ort-'));
});
afterAll(async () => rm(outDir, { recursive: true }));

it('bundles, with the WebAssembly of both builds and no other', async () => {
  await build({
    root: join(import.meta.dirname, '..'),
    logLevel: 'error',
    resolve: { conditions: ['@separable/source', ...defaultClientConditions] },
    build: { outDir, minify: false, reportCompressedSize: false },
  });
  const files = await readdir(join(outDir, 'assets'));
  const wasm = files
    .filter((name) => name.endsWith('.wasm'))
    .map((name) => name.split('-').slice(0, 4).join('-'));
  expect(wasm.toSorted()).toEqual(['ort-wasm-simd-threaded', 'ort-wasm-simd-threaded.asyncify']);

  // The page itself loads neither build before a backend is created.
  const page = await readFile(join(outDir, 'index.html'), 'utf8');
  const entry = /src="\/assets\/(index-[^"]+\.js)"/.exec(page)![1]!;
  const script = await readFile(join(outDir, 'assets', entry), 'utf8');
  expect(script).not.toContain('ONNX Runtime Web v');
  expect(script).toContain('import(');
});
