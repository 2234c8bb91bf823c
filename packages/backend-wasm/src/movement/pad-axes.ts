import { type FunctionBuilder, i32, type Local, select } from '../encoder/index.js';

/** One axis of a padded value. */
export interface PadAxis {
  readonly extent: number;
  readonly before: number;
  readonly after: number;
}

/** A padded value as rows: axes ahead, the last axis that is padded, and bytes that move as one. */
export interface PadRows {
  readonly outer: readonly PadAxis[];
  readonly inner: PadAxis;
  readonly run: number;
}

/** The rows of a padded value; undefined where nothing is padded. */
export function padRows(axes: readonly PadAxis[], bytes: number): PadRows | undefined {
  const depth = axes.findLastIndex(({ before, after }) => before + after > 0);
  if (depth < 0) return undefined;
  const behind = axes.slice(depth + 1);
  const run = behind.reduce((size, { extent }) => size * extent, bytes);
  return { outer: axes.slice(0, depth), inner: axes[depth]!, run };
}

/** Elements of an axis with its padding. */
export function padded({ extent, before, after }: PadAxis): number {
  return before + extent + after;
}

/** Writes the code that finds the element inside that an index past the edge repeats or mirrors. */
export function emitInside(
  f: FunctionBuilder,
  { extent }: PadAxis,
  index: Local<'i32'>,
  mode: 'edge' | 'reflect',
): void {
  const last = extent - 1;
  const low = mode === 'edge' ? 0 : i32.sub(0, index);
  f.set(index, select('i32', low, index, i32.ltS(index, 0)));
  const high = mode === 'edge' ? last : i32.sub(2 * last, index);
  f.set(index, select('i32', high, index, i32.gtS(index, last)));
}
