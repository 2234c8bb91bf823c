import type { Probe } from '@separable/core';
import { hasSimd, isCrossOriginIsolated } from '../engine/host.js';
import { reasonAgainstStart, threadsOf } from '../engine/runtime.js';
import { reasonAgainstThreads } from '../engine/threads.js';
import { reasonAgainstFiles } from '../engine/wasm-files.js';
import type { WasmOptions } from '../options.js';
import { cpuWorkarounds } from '../workarounds/index.js';
import { type Device, type ExecutionProvider, quiet } from './execution-provider.js';

/** The CPU provider, which is always in the build. */
export function wasmProvider(options: WasmOptions): ExecutionProvider {
  const { threads } = options;
  return {
    name: 'ort:wasm',
    build: 'wasm',
    threads,
    async probe(): Promise<Probe> {
      const reason = await reasonAgainst(options);
      if (reason !== undefined) return { available: false, reason };
      const isolated = isCrossOriginIsolated();
      const features = {
        threads: threadsOf('wasm', threads),
        simd: true,
        ...(isolated === undefined ? {} : { crossOriginIsolated: isolated }),
      };
      return { available: true, device: description(features.threads), features };
    },
    take: async (runtime) => cpu(runtime.threads),
  };
}

async function reasonAgainst(options: WasmOptions): Promise<string | undefined> {
  if (typeof WebAssembly === 'undefined') return 'there is no WebAssembly here';
  if (!hasSimd()) return 'WebAssembly has no SIMD here, and onnxruntime-web has no build without';
  const { threads } = options;
  return (
    (threads === undefined ? undefined : reasonAgainstThreads(threads)) ??
    reasonAgainstStart('wasm', threads) ??
    reasonAgainstFiles(options, 'wasm')
  );
}

function description(threads: number): string {
  return `CPU, onnxruntime-web, ${threads === 1 ? '1 thread' : `${threads} threads`}`;
}

function cpu(threads: number): Device {
  return {
    description: description(threads),
    kernel: 'CPU execution provider',
    sessionOptions: () => ({ ...quiet, executionProviders: ['wasm'] }),
    workarounds: cpuWorkarounds,
    reasonAgainst: () => undefined,
    lost: () => undefined,
    async [Symbol.asyncDispose]() {},
  };
}
