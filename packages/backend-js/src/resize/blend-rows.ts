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
  const columns = pixels.length / taps;
  let at = rowStart;
  for (let j = 0; j < columns; j++) {
    const first = j * taps;
    const p0 = start + pixels[first]! * channels;
    const p1 = start + pixels[first + 1]! * channels;
    const w0 = weights[first]!;
    const w1 = weights[first + 1]!;
    if (taps === 2) {
      for (let c = 0; c < channels; c++) row[at++] = w0 * x[p0 + c]! + w1 * x[p1 + c]!;
      continue;
    }
    const p2 = start + pixels[first + 2]! * channels;
    const p3 = start + pixels[first + 3]! * channels;
    const w2 = weights[first + 2]!;
    const w3 = weights[first + 3]!;
    for (let c = 0; c < channels; c++) {
      row[at++] = w0 * x[p0 + c]! + w1 * x[p1 + c]! + w2 * x[p2 + c]! + w3 * x[p3 + c]!;
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
  const r0 = slots[0]! * length;
  const r1 = slots[1]! * length;
  const w0 = weights[first]!;
  const w1 = weights[first + 1]!;
  if (slots.length === 2) {
    for (let k = 0; k < length; k++) y[start + k] = w0 * rows[r0 + k]! + w1 * rows[r1 + k]!;
    return;
  }
  const r2 = slots[2]! * length;
  const r3 = slots[3]! * length;
  const w2 = weights[first + 2]!;
  const w3 = weights[first + 3]!;
  for (let k = 0; k < length; k++) {
    y[start + k] = w0 * rows[r0 + k]! + w1 * rows[r1 + k]! + w2 * rows[r2 + k]! + w3 * rows[r3 + k]!;
  }
}
