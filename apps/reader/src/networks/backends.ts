import type { BackendProvider } from '@separable/core';
import { js } from '@separable/backend-js';

/** The backends that `--backend` may name; the first is the default. A new one is a line here. */
export const backends: Readonly<Record<string, () => BackendProvider>> = { js };

/** Their names, the default first. */
export const backendNames: readonly [string, ...string[]] = Object.keys(backends) as [
  string,
  ...string[],
];
