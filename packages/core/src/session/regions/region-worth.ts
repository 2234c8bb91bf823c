/** What speaks for and against a region of its own. Open sizes count as {@link nominalExtent}. */
export interface RegionWorth {
  /** Arithmetic in the region: two for each multiply-accumulate, and the rest. */
  readonly operations: number;
  /** Values that cross between backends because of it, and no longer if it joins its neighbour. */
  readonly crossings: number;
  /** Bytes of these values. */
  readonly bytes: number;
}

/** What an open extent counts as while regions are weighed; the first extent of an input counts 1. */
export const nominalExtent = 64;

/**
 * Round figures for an engine of 10 G operations a second behind a bus of 1 GB/s that takes 0.1 ms to
 * wait for: ten operations in the time of a byte, a million in the time of a crossing.
 */
const operationsPerByte = 10;
const operationsPerCrossing = 1e6;

/** Whether the arithmetic of a region takes longer than the copies it causes. */
export function outweighsCopies({ operations, crossings, bytes }: RegionWorth): boolean {
  return operations > operationsPerCrossing * crossings + operationsPerByte * bytes;
}
