import type { Exact } from './exact.js';
import type { WrittenPadding } from './window.js';

/** Puts an axis of extent 1 in at `axis`: `[N, W, C]` as a map of one row, `[k, …]` as a kernel of one row. */
export function asMap(x: Exact, axis: 0 | 1): Exact {
  return { ...x, shape: x.shape.toSpliced(axis, 0, 1) };
}

/** Takes the row axis of a map of one row out again. */
export function asColumns(y: Exact): Exact {
  return { ...y, shape: y.shape.toSpliced(1, 1) };
}

/** Padding of one axis as padding of the columns of a map of one row. */
export function widen(
  padding: 'valid' | 'same' | 'sameLower' | { readonly left: number; readonly right: number },
): WrittenPadding {
  return typeof padding === 'string' ? padding : { top: 0, bottom: 0, ...padding };
}
