import type * as onnxruntime from 'onnxruntime-web';

/** What a build of onnxruntime-web exports; the builds share one interface. */
export type Onnxruntime = typeof onnxruntime;

/** A build: WebAssembly alone, or with the native WebGPU and WebNN providers. */
export type Build = 'wasm' | 'webgpu';

/** The name of each build's WebAssembly file, without `.wasm` and `.mjs`. */
export const fileStem: Readonly<Record<Build, string>> = {
  wasm: 'ort-wasm-simd-threaded',
  webgpu: 'ort-wasm-simd-threaded.asyncify',
};

/** Loads a build's JavaScript; its WebAssembly is loaded when it starts. */
export function loadBuild(build: Build): Promise<Onnxruntime> {
  return build === 'wasm' ? import('#onnxruntime-wasm') : import('./onnxruntime-webgpu.js');
}
