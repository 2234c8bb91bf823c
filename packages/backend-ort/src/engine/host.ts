/** What is asked of the place that runs this, wherever it may be. */

interface NodeFiles {
  readFile(path: string | URL): Promise<Uint8Array>;
  access(path: string | URL): Promise<void>;
}

interface NodeBuiltins {
  getBuiltinModule?(name: 'node:fs'): { readonly promises: NodeFiles };
  getBuiltinModule?(name: 'node:os'): { availableParallelism(): number };
}

const { process } = globalThis as { process?: NodeBuiltins };

/** Node's file system; undefined elsewhere. */
export const nodeFiles: NodeFiles | undefined = process?.getBuiltinModule?.('node:fs').promises;

/** Logical cores; 1 where nobody says. */
export function coreCount(): number {
  const { navigator } = globalThis as { navigator?: { readonly hardwareConcurrency?: number } };
  return (
    navigator?.hardwareConcurrency ??
    process?.getBuiltinModule?.('node:os').availableParallelism() ??
    1
  );
}

/** Whether a page or worker may share memory between threads; undefined outside of browsers. */
export function isCrossOriginIsolated(): boolean | undefined {
  return (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated;
}

/** Whether WebAssembly can share memory here, which threads need. */
export function canShareMemory(): boolean {
  if (isCrossOriginIsolated() === false || typeof SharedArrayBuffer === 'undefined') return false;
  return WebAssembly.validate(Uint8Array.from(threadedModule));
}

/** Whether WebAssembly has 128-bit SIMD here: onnxruntime-web has no build without. */
export function hasSimd(): boolean {
  return WebAssembly.validate(Uint8Array.from(simdModule));
}

// (module (memory 1 1 shared) (func i32.const 0 i32.atomic.load drop))
// prettier-ignore
const threadedModule = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 4, 1, 3, 1, 1, 10, 11, 1, 9, 0, 65, 0, 254, 16, 2, 0, 26, 11,
];

// (module (func i32.const 0 i8x16.splat i8x16.popcnt drop))
// prettier-ignore
const simdModule = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 11, 1, 9, 0, 65, 0, 253, 15, 253, 98, 26, 11,
];
