import type { Build } from './build.js';
import { canShareMemory, coreCount, isCrossOriginIsolated } from './host.js';

/** More gain little on batches of one, and each costs a worker. */
const mostByDefault = 4;

/** The threads a caller gets who does not ask for a number. On a GPU they would have nothing to do. */
export function defaultThreads(build: Build): number {
  return build === 'wasm' && canShareMemory() ? Math.min(coreCount(), mostByDefault) : 1;
}

/** Why a number of threads cannot be had here; undefined when it can. */
export function reasonAgainstThreads(threads: number): string | undefined {
  if (!Number.isInteger(threads) || threads < 1) {
    return `threads must be a whole number of at least 1, got ${threads}`;
  }
  if (threads === 1 || canShareMemory()) return undefined;
  return isCrossOriginIsolated() === false
    ? `${threads} threads need a page that is cross-origin isolated, and this one is not`
    : `${threads} threads need WebAssembly that shares memory, which is not there`;
}
