/** Where onnxruntime-web's files are; they stand beside its JavaScript unless given. */
export interface FileOptions {
  /**
   * Where the `.wasm` and `.mjs` files are: a prefix (a URL or path that ends in `/`) or the URL of each.
   * They are looked for before onnxruntime-web is started, because it cannot start again after a
   * failure.
   */
  readonly wasmPaths?: string | { readonly wasm?: string | URL; readonly mjs?: string | URL };
  /** The bytes of the `.wasm` file, for hosts that load it their own way. */
  readonly wasmBinary?: ArrayBuffer | Uint8Array;
}

/** The CPU through WebAssembly SIMD: Node, browsers, workers. */
export interface WasmOptions extends FileOptions {
  readonly provider?: 'wasm';
  /**
   * Threads; as many as there are cores unless given, at most 4, and 1 in a page that is not
   * cross-origin isolated. onnxruntime-web has one pool of threads per page, worker or process: two
   * backends that ask for different numbers cannot be there at once, and the second is refused.
   */
  readonly threads?: number;
}

/** The GPU through onnxruntime-web's native WebGPU provider. */
export interface WebGpuOptions extends FileOptions {
  readonly provider: 'webgpu';
  /** Which GPU to ask for where there are several. */
  readonly powerPreference?: 'low-power' | 'high-performance';
}

/** What `navigator.ml` offers. */
export interface WebNnOptions extends FileOptions {
  readonly provider: 'webnn';
  readonly deviceType?: 'cpu' | 'gpu' | 'npu';
  readonly powerPreference?: 'default' | 'low-power' | 'high-performance';
}

export type OrtOptions = WasmOptions | WebGpuOptions | WebNnOptions;
