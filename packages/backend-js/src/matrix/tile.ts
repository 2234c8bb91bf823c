/**
 * Micro-kernels for rows that lie where they are: tiles of rows × 4 columns of `y = bias + a · panel`.
 * `tile-block.ts` holds the faster one for rows that are worth packing.
 *
 * @module
 */

/**
 * Four rows by four columns.
 *
 * @param a rows of `depth` elements from `aOffset`, `aStride` apart
 * @param panel biases and weights of one panel from `panelOffset` (see `packPanels`)
 * @param y where row r, column j goes: `yOffset + r · yStride + j`
 */
export function tile4x4(
  a: Float32Array,
  aOffset: number,
  aStride: number,
  depth: number,
  panel: Float32Array,
  panelOffset: number,
  y: Float32Array,
  yOffset: number,
  yStride: number,
): void {
  const a0 = aOffset;
  const a1 = a0 + aStride;
  const a2 = a1 + aStride;
  const a3 = a2 + aStride;
  let p = panelOffset;
  let s00 = panel[p]!;
  let s01 = panel[p + 1]!;
  let s02 = panel[p + 2]!;
  let s03 = panel[p + 3]!;
  let s10 = s00;
  let s11 = s01;
  let s12 = s02;
  let s13 = s03;
  let s20 = s00;
  let s21 = s01;
  let s22 = s02;
  let s23 = s03;
  let s30 = s00;
  let s31 = s01;
  let s32 = s02;
  let s33 = s03;
  for (let k = 0; k < depth; k++) {
    p += 4;
    const b0 = panel[p]!;
    const b1 = panel[p + 1]!;
    const b2 = panel[p + 2]!;
    const b3 = panel[p + 3]!;
    const x0 = a[a0 + k]!;
    s00 += x0 * b0;
    s01 += x0 * b1;
    s02 += x0 * b2;
    s03 += x0 * b3;
    const x1 = a[a1 + k]!;
    s10 += x1 * b0;
    s11 += x1 * b1;
    s12 += x1 * b2;
    s13 += x1 * b3;
    const x2 = a[a2 + k]!;
    s20 += x2 * b0;
    s21 += x2 * b1;
    s22 += x2 * b2;
    s23 += x2 * b3;
    const x3 = a[a3 + k]!;
    s30 += x3 * b0;
    s31 += x3 * b1;
    s32 += x3 * b2;
    s33 += x3 * b3;
  }
  let o = yOffset;
  y[o] = s00;
  y[o + 1] = s01;
  y[o + 2] = s02;
  y[o + 3] = s03;
  o += yStride;
  y[o] = s10;
  y[o + 1] = s11;
  y[o + 2] = s12;
  y[o + 3] = s13;
  o += yStride;
  y[o] = s20;
  y[o + 1] = s21;
  y[o + 2] = s22;
  y[o + 3] = s23;
  o += yStride;
  y[o] = s30;
  y[o + 1] = s31;
  y[o + 2] = s32;
  y[o + 3] = s33;
}

/**
 * One row by four columns, for the rows that do not fill a tile.
 *
 * @param aStep from one element of the row to the next
 */
export function tile1x4(
  a: Float32Array,
  aOffset: number,
  aStep: number,
  depth: number,
  panel: Float32Array,
  panelOffset: number,
  y: Float32Array,
  yOffset: number,
): void {
  let p = panelOffset;
  let s0 = panel[p]!;
  let s1 = panel[p + 1]!;
  let s2 = panel[p + 2]!;
  let s3 = panel[p + 3]!;
  for (let k = 0, i = aOffset; k < depth; k++, i += aStep) {
    p += 4;
    const x = a[i]!;
    s0 += x * panel[p]!;
    s1 += x * panel[p + 1]!;
    s2 += x * panel[p + 2]!;
    s3 += x * panel[p + 3]!;
  }
  y[yOffset] = s0;
  y[yOffset + 1] = s1;
  y[yOffset + 2] = s2;
  y[yOffset + 3] = s3;
}
