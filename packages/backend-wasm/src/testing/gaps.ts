import { ExecutionError } from '@separable/core';
import type { RunWatch } from '../compiler/plan-graph.js';
import type { LinearMemory } from '../memory/linear-memory.js';

/** Watches the gaps of each run. */
export function gapWatch(bytes: number): RunWatch {
  return {
    before: (memory, { gaps }) => fillGaps(memory, gaps, bytes),
    after: (memory, { gaps }) => checkGaps(memory, gaps, bytes),
  };
}

/** What gaps hold: NaN as floats, so that whatever reads one shows it. */
const pattern = 0xff;

/** Fills the gaps behind blocks of the arena. */
export function fillGaps(memory: LinearMemory, gaps: readonly number[], bytes: number): void {
  for (const address of gaps) memory.view('uint8', address, bytes).fill(pattern);
}

/**
 * Looks whether the gaps are as they were filled.
 *
 * @throws ExecutionError when some code has written beyond a block
 */
export function checkGaps(memory: LinearMemory, gaps: readonly number[], bytes: number): void {
  for (const address of gaps) {
    const changed = memory.view('uint8', address, bytes).findIndex((byte) => byte !== pattern);
    if (changed >= 0) {
      throw new ExecutionError(
        `something wrote ${changed} bytes beyond the block before ${address}`,
      );
    }
  }
}
