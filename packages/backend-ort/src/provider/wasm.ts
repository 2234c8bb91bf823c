import { hasSimd, isCrossOriginIsolated } from '../engine/host.js';
import { threadsOf } from '../engine/runtime.js';
import { reasonAgainstThreads } from '../engine/threads.js';
import type { WasmOptions } from '../options.js';
import { type Device, type ExecutionProvider, quiet, type Sight } from './execution-provider.js';

/** The CPU provider, which is in every build. */
export function wasmProvider({ threads }: WasmOptions): ExecutionProvider {
  return {
    name: 'ort:wasm',
    build: 'wasm',
    threads,
    look: async () => look(threads),
    take: async (runtime) => cpu(runtime.threads),
  };
}

function look(threads: number | undefined): Sight {
  if (typeof WebAssembly === 'undefined' || !hasSimd()) {
    return {
      absent: 'there is no WebAssembly with SIMD here, and onnxruntime-web has no build without',
      hint: 'update the browser, or use a backend that needs none',
    };
  }
  const reason = threads === undefined ? undefined : reasonAgainstThreads(threads);
  if (reason !== undefined) {
    return {
      absent: reason,
      hint: 'leave threads out to get as many as can be had; pages get them with the headers Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp',
    };
  }
  const isolated = isCrossOriginIsolated();
  const features = {
    threads: threadsOf('wasm', threads),
    simd: true,
    ...(isolated === undefined ? {} : { crossOriginIsolated: isolated }),
  };
  return { device: description(features.threads), features };
}

function description(threads: number): string {
  return `CPU, onnxruntime-web, ${threads === 1 ? '1 thread' : `${threads} threads`}`;
}

function cpu(threads: number): Device {
  return {
    description: description(threads),
    kernel: 'CPU execution provider',
    lowering: { numerics: 'exact' },
    sessionOptions: () => ({ ...quiet, executionProviders: ['wasm'] }),
    reasonAgainst: () => undefined,
    reasonAgainstSize: () => undefined,
    lost: () => undefined,
    async [Symbol.asyncDispose]() {},
  };
}
