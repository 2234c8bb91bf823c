/**
 * Four neighbouring output pixels of a depthwise convolution, for any kernel: each weight is loaded
 * once for the four.
 *
 * @param xOffset first tap of the first pixel, `step` before that of the next
 * @param firstTap where the weights of that tap start
 */
export function depthwiseTile(
  x: Float32Array,
  xOffset: number,
  step: number,
  rowStride: number,
  tapRows: number,
  tapStride: number,
  taps: number,
  weights: Float32Array,
  firstTap: number,
  channels: number,
  multiplier: number,
  y: Float32Array,
  y0: number,
  y1: number,
  y2: number,
  y3: number,
  channelStride: number,
): void {
  const outputs = channels * multiplier;
  let o = 0;
  for (let c = 0; c < channels; c++) {
    for (let m = 0; m < multiplier; m++, o++) {
      let s0 = weights[o]!;
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      let w = firstTap + o;
      for (let u = 0; u < tapRows; u++) {
        let p = xOffset + u * rowStride + c;
        for (let v = 0; v < taps; v++) {
          const weight = weights[w]!;
          s0 += x[p]! * weight;
          s1 += x[p + step]! * weight;
          s2 += x[p + 2 * step]! * weight;
          s3 += x[p + 3 * step]! * weight;
          p += tapStride;
          w += outputs;
        }
      }
      const q = o * channelStride;
      y[y0 + q] = s0;
      y[y1 + q] = s1;
      y[y2 + q] = s2;
      y[y3 + q] = s3;
    }
  }
}
