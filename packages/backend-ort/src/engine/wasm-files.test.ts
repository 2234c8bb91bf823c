import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { graphBuilder, tensor } from '@separable/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ort } from '../provider.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'separable-ort-'));
});
afterAll(async () => rm(folder, { recursive: true }));

it('finds out about missing files before onnxruntime-web does, and starts with the right ones', async () => {
  const empty = `${folder}/`;
  const message = async (wasmPaths: string): Promise<string> => {
    const error = await ort({ threads: 1, wasmPaths })
      .create()
      .catch((thrown: unknown) => thrown);
    return String(error).replaceAll(folder, '…');
  };
  expect(await message(empty)).toMatchInlineSnapshot(
    `
    "BackendUnavailableError: onnxruntime-web has no WebAssembly: …/ort-wasm-simd-threaded.wasm cannot be read: ENOENT: no such file or directory, access '…/ort-wasm-simd-threaded.wasm'
      hint: wasmPaths must lead to the files in the dist folder of the onnxruntime-web installed"
  `,
  );

  // What a server answers that sends its front page for every path.
  await writeFile(join(folder, 'ort-wasm-simd-threaded.wasm'), '<!doctype html>');
  await writeFile(join(folder, 'ort-wasm-simd-threaded.mjs'), '<!doctype html>');
  expect(await message(empty)).toMatchInlineSnapshot(`
    "BackendUnavailableError: onnxruntime-web has no WebAssembly: …/ort-wasm-simd-threaded.wasm is not a WebAssembly file
      hint: wasmPaths must lead to the files in the dist folder of the onnxruntime-web installed"
  `);

  const wasmPaths = `${dirname(createRequire(import.meta.url).resolve('onnxruntime-web'))}/`;
  await using backend = await ort({ threads: 1, wasmPaths }).create();
  const g = graphBuilder('sum');
  const x = g.input('x', 'float32', [2]);
  g.output('y', g.add({ a: x, b: x }));
  await using executable = await backend.compile(g.build());
  const { y } = await executable.run({ x: tensor('float32', [2], [1, 2]) });
  expect([...y!.data]).toEqual([2, 4]);
});
