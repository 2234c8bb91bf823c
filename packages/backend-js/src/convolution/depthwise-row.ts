import { blockRows } from '../matrix/blocks.js';
import { depthwiseTile } from './depthwise-tile.js';
import { depthwiseTile3 } from './depthwise-tile-3.js';
import { tapsInside, type WindowPlan } from './window-plan.js';

/**
 * One row of outputs of a depthwise convolution.
 *
 * Columns whose window lies inside the image go four at a time without any check; those over an edge
 * go one at a time with the taps that are inside. Rows of taps outside are left out everywhere, so
 * padding contributes nothing.
 *
 * @param xOffset where the image starts in `x`
 * @param row which row of outputs
 * @param weights biases, then one row of `channels · multiplier` a tap (see `packDepthwise`)
 * @param y takes pixels one after the other or, when `blocked`, in blocks of four (see `packBlocks`)
 * @param first the pixel of `y` that the row begins with
 */
export function depthwiseRow(
  plan: WindowPlan,
  multiplier: number,
  x: Float32Array,
  xOffset: number,
  row: number,
  weights: Float32Array,
  y: Float32Array,
  first: number,
  blocked: boolean,
): void {
  const { width, channels, kernelWidth, strideWidth, dilationWidth, outWidth, left } = plan;
  const outputs = channels * multiplier;
  const channelStride = blocked ? blockRows : 1;
  const top = row * plan.strideHeight - plan.top;
  const [u0, u1] = tapsInside(top, plan.dilationHeight, plan.kernelHeight, plan.height);
  const firstTap = outputs * (1 + u0 * kernelWidth);
  const firstRow = xOffset + (top + u0 * plan.dilationHeight) * width * channels;
  const rowStride = plan.dilationHeight * width * channels;
  const tapStride = dilationWidth * channels;
  const lastStart = width - 1 - (kernelWidth - 1) * dilationWidth;
  const inner = Math.min(outWidth, Math.ceil(left / strideWidth));
  const innerEnd = Math.max(
    inner,
    Math.min(outWidth, Math.floor((lastStart + left) / strideWidth) + 1),
  );
  const unrolled = multiplier === 1 && kernelWidth === 3 && dilationWidth === 1 && strideWidth <= 2;

  for (let j = 0; j < outWidth;) {
    const start = j * strideWidth - left;
    const pixel = first + j;
    const y0 = blocked ? blockOffset(pixel, outputs) : pixel * outputs;
    if (j >= inner && j + 4 <= innerEnd) {
      const x0 = firstRow + start * channels;
      const y1 = blocked ? blockOffset(pixel + 1, outputs) : y0 + outputs;
      const y2 = blocked ? blockOffset(pixel + 2, outputs) : y1 + outputs;
      const y3 = blocked ? blockOffset(pixel + 3, outputs) : y2 + outputs;
      if (unrolled) {
        depthwiseTile3(
          x,
          x0,
          rowStride,
          u1 - u0,
          strideWidth,
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
        const step = strideWidth * channels;
        depthwiseTile(
          x,
          x0,
          step,
          rowStride,
          u1 - u0,
          tapStride,
          kernelWidth,
          weights,
          firstTap,
          channels,
          multiplier,
          y,
          y0,
          y1,
          y2,
          y3,
          channelStride,
        );
      }
      j += 4;
      continue;
    }
    const [v0, v1] = tapsInside(start, dilationWidth, kernelWidth, width);
    const x0 = firstRow + (start + v0 * dilationWidth) * channels;
    depthwisePixel(
      x,
      x0,
      rowStride,
      u1 - u0,
      tapStride,
      v1 - v0,
      weights,
      firstTap + v0 * outputs,
      kernelWidth,
      channels,
      multiplier,
      y,
      y0,
      channelStride,
    );
    j++;
  }
}

/** Where a pixel starts in blocks. */
function blockOffset(pixel: number, outputs: number): number {
  const inBlock = pixel % blockRows;
  return (pixel - inBlock) * outputs + inBlock;
}

/** One output pixel from `tapRows × taps` taps. */
function depthwisePixel(
  x: Float32Array,
  xOffset: number,
  rowStride: number,
  tapRows: number,
  tapStride: number,
  taps: number,
  weights: Float32Array,
  firstTap: number,
  kernelWidth: number,
  channels: number,
  multiplier: number,
  y: Float32Array,
  yOffset: number,
  channelStride: number,
): void {
  const outputs = channels * multiplier;
  let o = 0;
  for (let c = 0; c < channels; c++) {
    for (let m = 0; m < multiplier; m++, o++) {
      let sum = weights[o]!;
      for (let u = 0; u < tapRows; u++) {
        let p = xOffset + u * rowStride + c;
        let w = firstTap + u * kernelWidth * outputs + o;
        for (let v = 0; v < taps; v++) {
          sum += x[p]! * weights[w]!;
          p += tapStride;
          w += outputs;
        }
      }
      y[yOffset + o * channelStride] = sum;
    }
  }
}
