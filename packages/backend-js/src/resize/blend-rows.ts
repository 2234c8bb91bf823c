import type { Blend } from './places.js';

/** `row[j, c] = Σ_t weights[j, t] · x[start + pixels[j, t] · channels + c]`, for 2 or 4 taps. */
export function blendColumns(
  x: Float32Array,
  start: number,
  channels: number,
  { pixels, weights, taps }: Blend,
  row: Float32Array,
  rowStart: number,
): void {
  let at = rowStart;
  for (let first = 0; first < pixels.length; first += taps, at += channels) {
    const p0 = start + pixels[first]! * channels;
    const p1 = start + pixels[first + 1]! * channels;
    if (taps === 2) {
      blend2(x, p0, p1, weights, first, row, at, channels);
    } else {
      const p2 = start + pixels[first + 2]! * channels;
      const p3 = start + pixels[first + 3]! * channels;
      blend4(x, p0, p1, p2, p3, weights, first, row, at, channels);
    }
  }
}

/** `y[start + k] = Σ_t weights[first + t] · rows[slots[t] · length + k]`, for 2 or 4 taps. */
export function blendRows(
  rows: Float32Array,
  slots: Int32Array,
  length: number,
  weights: Float64Array,
  first: number,
  y: Float32Array,
  start: number,
): void {
  const p0 = slots[0]! * length;
  const p1 = slots[1]! * length;
  if (slots.length === 2) blend2(rows, p0, p1, weights, first, y, start, length);
  else
    blend4(rows, p0, p1, slots[2]! * length, slots[3]! * length, weights, first, y, start, length);
}

function blend2(
  x: Float32Array,
  p0: number,
  p1: number,
  weights: Float64Array,
  first: number,
  y: Float32Array,
  at: number,
  count: number,
): void {
  const w0 = weights[first]!;
  const w1 = weights[first + 1]!;
  for (let k = 0; k < count; k++) y[at + k] = w0 * x[p0 + k]! + w1 * x[p1 + k]!;
}

function blend4(
  x: Float32Array,
  p0: number,
  p1: number,
  p2: number,
  p3: number,
  weights: Float64Array,
  first: number,
  y: Float32Array,
  at: number,
  count: number,
): void {
  const w0 = weights[first]!;
  const w1 = weights[first + 1]!;
  const w2 = weights[first + 2]!;
  const w3 = weights[first + 3]!;
  for (let k = 0; k < count; k++) {
    y[at + k] = w0 * x[p0 + k]! + w1 * x[p1 + k]! + w2 * x[p2 + k]! + w3 * x[p3 + k]!;
  }
}
