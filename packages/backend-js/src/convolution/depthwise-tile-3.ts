/**
 * Four neighbouring output pixels of a depthwise convolution whose kernel has three columns, at
 * stride 1 or 2: neighbouring windows share columns, so 6 or 9 loads serve 12 products.
 */
export function depthwiseTile3(
  x: Float32Array,
  xOffset: number,
  rowStride: number,
  tapRows: number,
  stride: number,
  weights: Float32Array,
  firstTap: number,
  channels: number,
  y: Float32Array,
  y0: number,
  y1: number,
  y2: number,
  y3: number,
  channelStride: number,
): void {
  if (stride === 1) {
    stride1(
      x,
      xOffset,
      rowStride,
      tapRows,
      weights,
      firstTap,
      channels,
      y,
      y0,
      y1,
      y2,
      y3,
      channelStride,
    );
  } else {
    stride2(
      x,
      xOffset,
      rowStride,
      tapRows,
      weights,
      firstTap,
      channels,
      y,
      y0,
      y1,
      y2,
      y3,
      channelStride,
    );
  }
}

function stride1(
  x: Float32Array,
  xOffset: number,
  rowStride: number,
  tapRows: number,
  weights: Float32Array,
  firstTap: number,
  channels: number,
  y: Float32Array,
  y0: number,
  y1: number,
  y2: number,
  y3: number,
  channelStride: number,
): void {
  for (let c = 0; c < channels; c++) {
    let s0 = weights[c]!;
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let w = firstTap + c;
    let row = xOffset + c;
    for (let u = 0; u < tapRows; u++) {
      const w0 = weights[w]!;
      const w1 = weights[w + channels]!;
      const w2 = weights[w + 2 * channels]!;
      const x0 = x[row]!;
      const x1 = x[row + channels]!;
      const x2 = x[row + 2 * channels]!;
      const x3 = x[row + 3 * channels]!;
      const x4 = x[row + 4 * channels]!;
      const x5 = x[row + 5 * channels]!;
      s0 += x0 * w0 + x1 * w1 + x2 * w2;
      s1 += x1 * w0 + x2 * w1 + x3 * w2;
      s2 += x2 * w0 + x3 * w1 + x4 * w2;
      s3 += x3 * w0 + x4 * w1 + x5 * w2;
      w += 3 * channels;
      row += rowStride;
    }
    const q = c * channelStride;
    y[y0 + q] = s0;
    y[y1 + q] = s1;
    y[y2 + q] = s2;
    y[y3 + q] = s3;
  }
}

function stride2(
  x: Float32Array,
  xOffset: number,
  rowStride: number,
  tapRows: number,
  weights: Float32Array,
  firstTap: number,
  channels: number,
  y: Float32Array,
  y0: number,
  y1: number,
  y2: number,
  y3: number,
  channelStride: number,
): void {
  for (let c = 0; c < channels; c++) {
    let s0 = weights[c]!;
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let w = firstTap + c;
    let row = xOffset + c;
    for (let u = 0; u < tapRows; u++) {
      const w0 = weights[w]!;
      const w1 = weights[w + channels]!;
      const w2 = weights[w + 2 * channels]!;
      const x2 = x[row + 2 * channels]!;
      const x4 = x[row + 4 * channels]!;
      const x6 = x[row + 6 * channels]!;
      s0 += x[row]! * w0 + x[row + channels]! * w1 + x2 * w2;
      s1 += x2 * w0 + x[row + 3 * channels]! * w1 + x4 * w2;
      s2 += x4 * w0 + x[row + 5 * channels]! * w1 + x6 * w2;
      s3 += x6 * w0 + x[row + 7 * channels]! * w1 + x[row + 8 * channels]! * w2;
      w += 3 * channels;
      row += rowStride;
    }
    const q = c * channelStride;
    y[y0 + q] = s0;
    y[y1 + q] = s1;
    y[y2 + q] = s2;
    y[y3 + q] = s3;
  }
}
