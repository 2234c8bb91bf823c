/** Bytes that are needed from one step to another, both included. */
export interface Request {
  readonly bytes: number;
  readonly from: number;
  readonly to: number;
}

/** Where each request lies, and how far the last of them reaches. */
export interface Layout {
  /** In bytes, in the order of the requests; multiples of {@link alignment}. */
  readonly offsets: readonly number[];
  readonly bytes: number;
}

/** A cache line: no two arrays share one, and every element type may start there. */
export const alignment = 64;

/** The next multiple of {@link alignment}. */
export function aligned(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}

/**
 * Lays requests into one block of memory so that two that are alive together never overlap.
 *
 * Greedy by size: the largest first, each at the lowest place where it fits. Requests of one size go
 * by time. Finding the smallest block is NP-hard; this stays within a few percent of the largest
 * live set on convolutional networks.
 *
 * Source: Pisarchyk & Lee, "Efficient memory management for deep neural net inference" (2020).
 */
export function planArena(requests: readonly Request[]): Layout {
  const order = requests
    .map((_, index) => index)
    .sort(
      (a, b) => requests[b]!.bytes - requests[a]!.bytes || requests[a]!.from - requests[b]!.from,
    );
  const offsets = requests.map(() => 0);
  /** Requests placed so far, by offset. */
  const placed: number[] = [];
  let bytes = 0;
  for (const index of order) {
    const { bytes: size, from, to } = requests[index]!;
    const span = Math.ceil(size / alignment) * alignment;
    if (span === 0) continue;
    let offset = 0;
    for (const other of placed) {
      const rival = requests[other]!;
      if (rival.to < from || to < rival.from) continue;
      if (offset + span <= offsets[other]!) break;
      offset = Math.max(offset, offsets[other]! + Math.ceil(rival.bytes / alignment) * alignment);
    }
    offsets[index] = offset;
    bytes = Math.max(bytes, offset + span);
    const position = placed.findIndex((other) => offsets[other]! > offset);
    placed.splice(position < 0 ? placed.length : position, 0, index);
  }
  return { offsets, bytes };
}
