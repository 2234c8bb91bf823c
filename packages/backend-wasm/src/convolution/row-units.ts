import { type FunctionBuilder, i32, type Local } from '../encoder/index.js';

/** Rows of all images, cut into strips of neighbouring rows of one image. */
export interface RowUnits {
  readonly images: number;
  readonly rows: number;
  /** Rows of a strip; the last of an image may have fewer. */
  readonly strip: number;
  readonly strips: number;
}

/** Multiply-accumulates of a unit. */
const unitWork = 1_000_000;

/** Strips of about equal work. */
export function rowUnits(images: number, rows: number, workOfRow: number): RowUnits {
  const wanted = Math.max(1, Math.round(unitWork / Math.max(1, workOfRow)));
  return rowStrips(images, rows, wanted);
}

/** Strips of at most `wanted` rows, evened out. */
export function rowStrips(images: number, rows: number, wanted: number): RowUnits {
  if (rows === 0 || images === 0) return { images: 0, rows, strip: 1, strips: 0 };
  const strips = Math.ceil(rows / Math.min(rows, wanted));
  const strip = Math.ceil(rows / strips);
  return { images, rows, strip, strips: Math.ceil(rows / strip) };
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
