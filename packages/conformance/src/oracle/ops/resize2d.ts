import { blank, type Exact, type OracleOp } from '../exact.js';
import { interpolated, taps } from '../interpolation.js';
import type { Running } from '../running-error.js';
import { type Place, placeOf } from '../sampling.js';

/** Resizes rows and columns: the nearest pixel, or a mean weighted linearly or by Keys' cubic kernel. */
export const resize2d: OracleOp<'resize2d'> = ({ operands: { x }, attributes, policy }) => {
  const { size, mode, coordinates, nearestRounding, cubicCoefficient, scales } = attributes;
  const [batch, height, width, depth] = x.shape as [number, number, number, number];
  const [rows, columns] = size as readonly [number, number];
  const y = blank('float32', [batch, rows, columns, depth]);
  let at = 0;
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < rows; i++) {
      const row = placeOf(i, height, rows, coordinates, scales?.[0] ?? null);
      for (let j = 0; j < columns; j++) {
        const column = placeOf(j, width, columns, coordinates, scales?.[1] ?? null);
        for (let c = 0; c < depth; c++, at++) {
          const pixel = (p: number, q: number): number =>
            ((n * height + inside(p, height)) * width + inside(q, width)) * depth + c;
          const { value, error } =
            mode === 'nearest'
              ? chosen(
                  x,
                  candidates(row, nearestRounding),
                  candidates(column, nearestRounding),
                  pixel,
                )
              : interpolated(
                  x,
                  taps(row, mode, cubicCoefficient, policy),
                  taps(column, mode, cubicCoefficient, policy),
                  pixel,
                  policy,
                );
          y.value[at] = value;
          y.error[at] = error;
        }
      }
    }
  }
  return [y];
};

function inside(index: number, extent: number): number {
  return Math.min(Math.max(index, 0), extent - 1);
}

const roundings = {
  roundPreferFloor: (p: number) => Math.ceil(p - 0.5),
  roundPreferCeil: (p: number) => Math.floor(p + 0.5),
  floor: Math.floor,
  ceil: Math.ceil,
};

/** The pixel that rounding picks, and those it picks within the place's error. */
function candidates({ at, error }: Place, rounding: keyof typeof roundings): readonly number[] {
  return [at, at - error, at + error].map(roundings[rounding]);
}

function chosen(
  x: Exact,
  rows: readonly number[],
  columns: readonly number[],
  pixel: (p: number, q: number) => number,
): Running {
  const at = pixel(rows[0]!, columns[0]!);
  const value = x.value[at]!;
  let error = x.error[at]!;
  for (const p of rows) {
    for (const q of columns) {
      const other = pixel(p, q);
      if (other === at) continue;
      const neighbour = x.value[other]!;
      const away = neighbour === value ? 0 : Math.abs(neighbour - value);
      error = Math.max(error, Number.isNaN(away) ? Infinity : away + x.error[other]!);
    }
  }
  return { value, error };
}
