import fs from 'node:fs';
import { expect, it, vi } from 'vitest';
import { ort } from '../provider.js';

it('says that a failed start cannot be mended in this process', async () => {
  // Emscripten writes to stderr as well.
  vi.spyOn(fs, 'writeSync').mockReturnValue(0);
  // Has the magic of WebAssembly, so that onnxruntime-web itself meets what is wrong.
  const wasmBinary = Uint8Array.of(0, 97, 115, 109, 9, 9, 9, 9);
  const broken = await ort({ threads: 1, wasmBinary })
    .create()
    .catch((error: unknown) => error);
  expect(String(broken)).toMatchInlineSnapshot(`
    "BackendUnavailableError: onnxruntime-web did not start: no available backend found. ERR: [wasm] RuntimeError: Aborted(CompileError: WebAssembly.instantiate(): expected version 01 00 00 00, found 09 09 09 09 @+4). Build with -sASSERTIONS for more info.
      hint: it cannot be started twice: correct the cause, then load the page or start the worker anew"
  `);
  expect(await ort().probe()).toMatchObject({ available: false });
  await expect(ort().create()).rejects.toThrow('onnxruntime-web did not start');
});
