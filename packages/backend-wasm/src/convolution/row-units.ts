import { type FunctionBuilder, i32, type Local } from '../encoder/index.js';
import { cyclesTogether } from '../tiles/share.js';

/** Rows of all images, cut into strips of neighbouring rows of one image. */
export interface RowUnits {
  readonly images: number;
  readonly rows: number;
  /** Rows of a strip; the last of an image may have fewer. */
  readonly strip: number;
  readonly strips: number;
  /** Until all are done, as planned. */
  readonly cycles: number;
}

/**
 * Cuts rows into strips so that the threads are done soonest.
 *
 * @param cycles of a strip of so many rows
 * @param most rows of a strip; as many as there are unless given
 */
export function rowUnits(
  images: number,
  rows: number,
  threads: number,
  cycles: (rows: number) => number,
  most: number = rows,
): RowUnits {
  if (rows === 0 || images === 0) return { images: 0, rows, strip: 1, strips: 0, cycles: 0 };
  let best = 1;
  let fewest = Infinity;
  for (let strip = 1; strip <= Math.max(1, Math.min(rows, most)); strip++) {
    const strips = Math.ceil(rows / strip);
    // As many strips of fewer rows are the better ones.
    if (Math.ceil(rows / strips) < strip) continue;
    const together = cyclesTogether(images * strips, threads, cycles(strip));
    if (together < fewest) [best, fewest] = [strip, together];
  }
  return { images, rows, strip: best, strips: Math.ceil(rows / best), cycles: fewest };
}

/** A strip, worked out by the code: its image, its first row and its end. */
export interface Strip {
  readonly image: Local<'i32'>;
  readonly first: Local<'i32'>;
  readonly end: Local<'i32'>;
}

/** Writes the code that finds strip `index`. */
export function emitStrip(
  f: FunctionBuilder,
  { rows, strip, strips }: RowUnits,
  index: Local<'i32'>,
): Strip {
  const image = f.local('i32', i32.divU(index, strips));
  const first = f.local('i32', i32.mul(i32.remU(index, strips), strip));
  const end = f.local('i32', i32.add(first, strip));
  f.if(i32.gtS(end, rows), () => f.set(end, rows));
  return { image, first, end };
}
