import { BackendUnavailableError, type Probe } from '@separable/core';
import { isCrossOriginIsolated } from '../engine/host.js';
import { reasonAgainstStart } from '../engine/runtime.js';
import { reasonAgainstFiles } from '../engine/wasm-files.js';
import type { WebGpuOptions } from '../options.js';
import { type Device, type ExecutionProvider, quiet } from './execution-provider.js';
import { adapterOf, type GpuAdapter, type GpuDevice, openDevice } from './gpu.js';
import { webgpuProblem } from './webgpu-problems.js';

/** The native WebGPU provider. Each backend has a device of its own, so that a lost one is replaced. */
export function webgpuProvider(options: WebGpuOptions): ExecutionProvider {
  return {
    name: 'ort:webgpu',
    build: 'webgpu',
    threads: undefined,
    async probe(): Promise<Probe> {
      const adapter = await adapterOf(options);
      if (typeof adapter === 'string') return { available: false, reason: adapter };
      const reason =
        reasonAgainstStart('webgpu', undefined) ?? (await reasonAgainstFiles(options, 'webgpu'));
      if (reason !== undefined) return { available: false, reason };
      const features = {
        deviceClass: 'gpu',
        float16: adapter.features.has('shader-f16'),
        ...(adapter.info.isFallbackAdapter === true ? { software: true } : {}),
        crossOriginIsolated: isCrossOriginIsolated() ?? false,
      };
      return { available: true, device: description(adapter), features };
    },
    async take() {
      const adapter = await adapterOf(options);
      if (typeof adapter === 'string') throw new BackendUnavailableError(adapter);
      return gpu(description(adapter), await openDevice(adapter));
    },
  };
}

function description({ info }: GpuAdapter): string {
  const words = [info.vendor, info.architecture, info.description].filter((word) => word);
  return `GPU, onnxruntime-web WebGPU, ${words.join(' ') || 'unnamed adapter'}`;
}

function gpu(text: string, device: GpuDevice): Device {
  let lost: string | undefined;
  let disposed = false;
  void device.lost.then(({ reason, message }) => {
    if (!disposed) lost = message === '' ? (reason ?? 'unknown') : message;
  });
  return {
    description: text,
    kernel: 'WebGPU execution provider',
    sessionOptions: () => ({
      ...quiet,
      executionProviders: [{ name: 'webgpu', device: device as never }],
      preferredOutputLocation: 'gpu-buffer',
      // Otherwise it runs what WebGPU lacks on the CPU, and says so in its log only.
      extra: { session: { disable_cpu_ep_fallback: '1' } },
    }),
    workarounds: [],
    reasonAgainst: webgpuProblem,
    lost: () => lost,
    async [Symbol.asyncDispose]() {
      disposed = true;
      device.destroy();
    },
  };
}
