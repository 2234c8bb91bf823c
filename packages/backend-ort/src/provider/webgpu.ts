import { BackendUnavailableError } from '@separable/core';
import { isCrossOriginIsolated } from '../engine/host.js';
import type { WebGpuOptions } from '../options.js';
import { emptiness } from './emptiness.js';
import { type Device, type ExecutionProvider, quiet } from './execution-provider.js';
import { adapterOf, type GpuAdapter, type GpuDevice, openDevice } from './gpu.js';
import { webgpuProblem } from './webgpu-problems.js';

const hint =
  'use a browser with WebGPU on a page served over https or localhost, or another backend';

/** The native WebGPU provider. Each backend has a device of its own, so that a lost one is replaced. */
export function webgpuProvider(options: WebGpuOptions): ExecutionProvider {
  return {
    name: 'ort:webgpu',
    build: 'webgpu',
    threads: undefined,
    async look() {
      const adapter = await adapterOf(options);
      if (typeof adapter === 'string') return { absent: adapter, hint };
      const { features, info } = adapter;
      return {
        device: description(adapter),
        features: {
          deviceClass: 'gpu',
          float16: features.has('shader-f16'),
          ...(info.isFallbackAdapter === true ? { software: true } : {}),
          crossOriginIsolated: isCrossOriginIsolated() ?? false,
        },
      };
    },
    async take() {
      const adapter = await adapterOf(options);
      if (typeof adapter === 'string') throw new BackendUnavailableError(adapter, { hint });
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
    // Shaders may take it that there is no NaN and no Infinity (WGSL §15.7.2).
    lowering: { numerics: 'plain' },
    sessionOptions: () => ({
      ...quiet,
      executionProviders: [{ name: 'webgpu', device: device as never }],
      preferredOutputLocation: 'gpu-buffer',
      // Otherwise it runs what WebGPU lacks on the CPU, and says so in its log only.
      extra: {
        session: { disable_cpu_ep_fallback: '1' },
        // Its approximation of x · sigmoid(x) is off by more than the parts are.
        optimization: { disable_specified_optimizers: 'QuickGeluFusion' },
      },
    }),
    reasonAgainst: webgpuProblem,
    reasonAgainstSize: emptiness,
    lost: () => lost,
    async [Symbol.asyncDispose]() {
      disposed = true;
      device.destroy();
    },
  };
}
