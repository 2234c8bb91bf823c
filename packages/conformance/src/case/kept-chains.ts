import type { Chain } from './chain.js';

/**
 * Random graphs that failed on some engine once, shrunk. `pnpm nightly` adds to them, at the end, so
 * that the cases made of them keep their names.
 */
export const keptChains: readonly Chain[] = [];
