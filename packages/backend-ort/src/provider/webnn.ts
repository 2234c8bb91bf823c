import { BackendUnavailableError } from '@separable/core';
import type { WebNnOptions } from '../options.js';
import { emptiness } from './emptiness.js';
import { type ExecutionProvider, quiet } from './execution-provider.js';

interface Ml {
  createContext(wish: object): Promise<{ destroy?(): void }>;
}

const hint = 'use a browser that has WebNN switched on, or another backend';

/** What `navigator.ml` computes on. */
export function webnnProvider(options: WebNnOptions): ExecutionProvider {
  const { deviceType = 'gpu', powerPreference } = options;
  const wish = { deviceType, ...(powerPreference === undefined ? {} : { powerPreference }) };
  const device = `${deviceType.toUpperCase()}, onnxruntime-web WebNN`;
  return {
    name: 'ort:webnn',
    build: 'webgpu',
    threads: undefined,
    async look() {
      const absent = await reasonAgainstContext(wish);
      if (absent !== undefined) return { absent, hint };
      return { device, features: { deviceClass: 'gpu', deviceType } };
    },
    async take() {
      const absent = await reasonAgainstContext(wish);
      if (absent !== undefined) throw new BackendUnavailableError(absent, { hint });
      return {
        description: device,
        kernel: 'WebNN execution provider',
        // Shaders may take it that there is no NaN and no Infinity (WGSL §15.7.2).
        lowering: { numerics: 'plain' },
        sessionOptions: () => ({
          ...quiet,
          executionProviders: [{ name: 'webnn', ...wish }],
          // Otherwise it runs what WebNN lacks on the CPU, and says so in its log only.
          extra: { session: { disable_cpu_ep_fallback: '1' } },
        }),
        reasonAgainst: () => undefined,
        reasonAgainstSize: emptiness,
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
