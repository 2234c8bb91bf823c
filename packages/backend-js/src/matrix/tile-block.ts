/**
 * The micro-kernel: a tile of four rows by four columns of `y = bias + a · panel`, both packed.
 *
 * Sums live in local variables, which V8 keeps as doubles: every product is exact and the sum is
 * rounded to float32 once, when it is stored. `Math.fround` at each step would halve the speed.
 *
 * @param block four interleaved rows (see `packBlocks`)
 * @param panel four biases, then rows of four weights (see `packPanels`)
 * @param y where row r, column j goes: `yOffset + r · yStride + j`
 */
export function tileBlock(
  block: Float32Array,
  panel: Float32Array,
  depth: number,
  y: Float32Array,
  yOffset: number,
  yStride: number,
): void {
  let s00 = panel[0]!;
  let s01 = panel[1]!;
  let s02 = panel[2]!;
  let s03 = panel[3]!;
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
  const end = 4 * depth;
  for (let p = 0; p < end; p += 4) {
    const b0 = panel[p + 4]!;
    const b1 = panel[p + 5]!;
    const b2 = panel[p + 6]!;
    const b3 = panel[p + 7]!;
    const a0 = block[p]!;
    const a1 = block[p + 1]!;
    const a2 = block[p + 2]!;
    const a3 = block[p + 3]!;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
    s23 += a2 * b3;
    s30 += a3 * b0;
    s31 += a3 * b1;
    s32 += a3 * b2;
    s33 += a3 * b3;
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
