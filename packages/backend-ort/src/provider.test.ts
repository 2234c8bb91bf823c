import { BackendUnavailableError } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { ort } from './provider.js';

/** A probe's answer without what differs from machine to machine. */
async function reasonOf(provider: ReturnType<typeof ort>): Promise<string> {
  const probe = await provider.probe();
  return probe.available ? 'available' : probe.reason;
}

describe('ort:wasm', () => {
  it('is there in Node, with the threads asked for', async () => {
    const probe = await ort({ provider: 'wasm', threads: 2 }).probe();
    expect(probe).toEqual({
      available: true,
      device: 'CPU, onnxruntime-web, 2 threads',
      features: { threads: 2, simd: true },
    });
  });

  it('takes WebAssembly and a thread for each core, up to four, unless told', async () => {
    const probe = await ort().probe();
    const threads = probe.available ? Number(probe.features['threads']) : 0;
    expect(ort().name).toBe('ort:wasm');
    expect(threads).toBeGreaterThanOrEqual(1);
    expect(threads).toBeLessThanOrEqual(4);
  });

  it('says what is wrong with a number of threads', async () => {
    expect(await reasonOf(ort({ threads: 0 }))).toMatchInlineSnapshot(
      `"threads must be a whole number of at least 1, got 0"`,
    );
    expect(await reasonOf(ort({ threads: 1.5 }))).toMatchInlineSnapshot(
      `"threads must be a whole number of at least 1, got 1.5"`,
    );
  });

  it('says so when its files are not where they should be', async () => {
    const missing = ort({ wasmPaths: '/there/is/no/such/folder/' });
    expect(await reasonOf(missing)).toMatchInlineSnapshot(
      `"/there/is/no/such/folder/ort-wasm-simd-threaded.wasm cannot be read: ENOENT: no such file or directory, access '/there/is/no/such/folder/ort-wasm-simd-threaded.wasm'"`,
    );
    await expect(missing.create()).rejects.toThrow(BackendUnavailableError);
  });
});

describe('ort:webgpu and ort:webnn', () => {
  it('are missing in Node, and say why', async () => {
    expect(await reasonOf(ort({ provider: 'webgpu' }))).toMatchInlineSnapshot(
      `"there is no WebGPU here: navigator.gpu is missing"`,
    );
    expect(await reasonOf(ort({ provider: 'webnn' }))).toMatchInlineSnapshot(
      `"there is no WebNN here: navigator.ml is missing"`,
    );
    await expect(ort({ provider: 'webgpu' }).create()).rejects.toThrowErrorMatchingInlineSnapshot(
      `
      [BackendUnavailableError: there is no WebGPU here: navigator.gpu is missing
        hint: use a browser with WebGPU on a page served over https or localhost, or another backend]
    `,
    );
  });
});
