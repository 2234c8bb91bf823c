import { type BackendProvider, BackendUnavailableError } from '@separable/core';

/** Makes the provider of a backend; its package is loaded only then. */
export type BackendTable = Readonly<Record<string, () => Promise<BackendProvider>>>;

/** The backends that `--backend` may name; the first is the default. A new one is a line here. */
export const backends: BackendTable = {
  js: async () => (await import('@separable/backend-js')).js(),
  wasm: async () => (await import('@separable/backend-wasm')).wasm(),
  'ort:wasm': async () => (await import('@separable/backend-ort')).ort(),
};

/**
 * The provider that goes by a name.
 *
 * @throws BackendUnavailableError listing the known names
 */
export async function backendNamed(
  name: string,
  table: BackendTable = backends,
): Promise<BackendProvider> {
  const make = Object.hasOwn(table, name) ? table[name] : undefined;
  if (make === undefined) {
    throw new BackendUnavailableError(`there is no backend named '${name}'`, {
      hint: `known backends: ${Object.keys(table).join(', ')}`,
    });
  }
  return make();
}

/**
 * The providers of a list such as `ort:webgpu,js`, in its order.
 *
 * @throws BackendUnavailableError listing the known names
 */
export function backendsNamed(
  names: string,
  table: BackendTable = backends,
): Promise<readonly BackendProvider[]> {
  return Promise.all(names.split(',').map((name) => backendNamed(name.trim(), table)));
}
