import type { BackendProvider } from '@separable/core';

/**
 * The backends that `--backend` may name; the first is the default. A backend's package is loaded when
 * it is named. A new one is a line here.
 */
export const backends: Readonly<Record<string, () => Promise<BackendProvider>>> = {
  js: async () => (await import('@separable/backend-js')).js(),
  'ort:wasm': async () => (await import('@separable/backend-ort')).ort(),
};

/** Their names, the default first. */
export const backendNames: readonly [string, ...string[]] = Object.keys(backends) as [
  string,
  ...string[],
];
