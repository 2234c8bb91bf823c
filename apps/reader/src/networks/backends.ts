import { backends } from '@separable/cli';

/** The names that `--backend` may take, those of the `separable` command; the default first. */
export const backendNames: readonly [string, ...string[]] = Object.keys(backends) as [
  string,
  ...string[],
];
