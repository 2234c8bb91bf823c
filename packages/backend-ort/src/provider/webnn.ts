import { BackendUnavailableError, type Probe } from '@separable/core';
import { reasonAgainstStart } from '../engine/runtime.js';
import { reasonAgainstFiles } from '../engine/wasm-files.js';
import type { WebNnOptions } from '../options.js';
import { type ExecutionProvider, quiet } from './execution-provider.js';

interface Ml {
  createContext(wish: object): Promise<{ destroy?(): void }>;
}

/** What `navigator.ml` computes on. */
export function webnnProvider(options: WebNnOptions): ExecutionProvider {
  const { deviceType = 'gpu', powerPreference } = options;
  const wish = { deviceType, ...(powerPreference === undefined ? {} : { powerPreference }) };
  const description = `${deviceType.toUpperCase()}, onnxruntime-web WebNN`;
  return {
    name: 'ort:webnn',
    build: 'webgpu',
    threads: undefined,
    async probe(): Promise<Probe> {
      const reason =
        (await reasonAgainstContext(wish)) ??
        reasonAgainstStart('webgpu', undefined) ??
        (await reasonAgainstFiles(options, 'webgpu'));
      if (reason !== undefined) return { available: false, reason };
      return { available: true, device: description, features: { deviceClass: 'gpu', deviceType } };
    },
    async take() {
      const reason = await reasonAgainstContext(wish);
      if (reason !== undefined) throw new BackendUnavailableError(reason);
      return {
        description,
        kernel: 'WebNN execution provider',
        sessionOptions: () => ({
          ...quiet,
          executionProviders: [{ name: 'webnn', ...wish }],
          extra: { session: { disable_cpu_ep_fallback: '1' } },
        }),
        workarounds: [],
        reasonAgainst: () => undefined,
        lost: () => undefined,
        async [Symbol.asyncDispose]() {},
      };
    },
  };
}

async function reasonAgainstContext(wish: object): Promise<string | undefined> {
  const { navigator } = globalThis as { navigator?: { readonly ml?: Ml } };
  if (navigator?.ml === undefined) return 'there is no WebNN here: navigator.ml is missing';
  try {
    const context = await navigator.ml.createContext(wish);
    context.destroy?.();
    return undefined;
  } catch (error) {
    return `WebNN has no context for ${JSON.stringify(wish)}: ${String(error)}`;
  }
}
