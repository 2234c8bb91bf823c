import type { TensorData } from '@separable/core';

/** Elements as integers of their size: the same loop moves float32 and int32, and no bit changes. */
export type Elements = Int32Array | Uint8Array;

/** Two arrays to copy between. Of one buffer, as all results are, both are the whole of it. */
export interface ElementPair {
  readonly x: Elements;
  readonly y: Elements;
  /** Where the first element of either is. */
  readonly xStart: number;
  readonly yStart: number;
}

/** Elements from which on a call beats a loop. */
const shortest = 16;

/** The two arrays of one dtype. */
export function elementPair(from: TensorData, to: TensorData): ElementPair {
  const size = to.BYTES_PER_ELEMENT;
  const view = (data: TensorData, offset: number, length: number): Elements =>
    size === 4
      ? new Int32Array(data.buffer, offset, length)
      : new Uint8Array(data.buffer, offset, length);
  if (from.buffer === to.buffer) {
    const whole = view(to, 0, Math.floor(to.buffer.byteLength / size));
    return { x: whole, y: whole, xStart: from.byteOffset / size, yStart: to.byteOffset / size };
  }
  return {
    x: view(from, from.byteOffset, from.length),
    y: view(to, to.byteOffset, to.length),
    xStart: 0,
    yStart: 0,
  };
}

/** `y[t + k] = x[f + k]`. Within one array it is `copyWithin`, which moves bytes and allocates nothing. */
export function copyRun(x: Elements, f: number, y: Elements, t: number, count: number): void {
  if (count >= shortest && x === y) y.copyWithin(t, f, f + count);
  else if (count >= 8 * shortest) y.set(x.subarray(f, f + count), t);
  else for (let k = 0; k < count; k++) y[t + k] = x[f + k]!;
}
