import { tapsInside, type WindowPlan } from './window-plan.js';

/** A group of input channels. */
export interface ChannelGroup {
  readonly first: number;
  readonly depth: number;
}

/**
 * Copies the pixels under each window into a row, taps in the order of the filter:
 * `rows[p, (u, v, c)] = x[i·s + u·d − top, j·s + v·d − left, first + c]`, zero outside the image.
 *
 * @param xOffset where the image starts in `x`
 * @param from the first window, counted along rows of the output image
 * @param count how many windows; as many rows of `kernelHeight · kernelWidth · depth` are written
 */
export function im2col(
  plan: WindowPlan,
  { first, depth }: ChannelGroup,
  x: Float32Array,
  xOffset: number,
  from: number,
  count: number,
  rows: Float32Array,
): void {
  const { width, channels, kernelHeight, kernelWidth, dilationHeight, dilationWidth } = plan;
  // Taps that lie side by side in x are copied as one run.
  const joined = dilationWidth === 1 && depth === channels;
  const run = joined ? kernelWidth * depth : depth;
  const runs = joined ? 1 : kernelWidth;
  let r = 0;
  for (let window = from; window < from + count; window++) {
    const i = Math.floor(window / plan.outWidth);
    const top = i * plan.strideHeight - plan.top;
    const left = (window - i * plan.outWidth) * plan.strideWidth - plan.left;
    const inside = left >= 0 && left + (kernelWidth - 1) * dilationWidth < width;
    for (let u = 0; u < kernelHeight; u++) {
      const row = top + u * dilationHeight;
      if (row < 0 || row >= plan.height) {
        r = clear(rows, r, r + kernelWidth * depth);
        continue;
      }
      const start = xOffset + (row * width + left) * channels + first;
      if (inside) {
        for (let v = 0; v < runs; v++) {
          r = copy(x, start + v * dilationWidth * channels, run, rows, r);
        }
      } else {
        r = copyEdge(plan, depth, x, start, left, rows, r);
      }
    }
  }
}

/** One kernel row of a window that hangs over the left or right edge. */
function copyEdge(
  { width, channels, kernelWidth, dilationWidth }: WindowPlan,
  depth: number,
  x: Float32Array,
  start: number,
  left: number,
  rows: Float32Array,
  at: number,
): number {
  const [first, end] = tapsInside(left, dilationWidth, kernelWidth, width);
  let r = clear(rows, at, at + first * depth);
  for (let v = first; v < end; v++) {
    r = copy(x, start + v * dilationWidth * channels, depth, rows, r);
  }
  return clear(rows, r, r + (kernelWidth - end) * depth);
}

function copy(x: Float32Array, from: number, count: number, rows: Float32Array, at: number): number {
  for (let c = 0; c < count; c++) rows[at + c] = x[from + c]!;
  return at + count;
}

function clear(rows: Float32Array, from: number, to: number): number {
  for (let r = from; r < to; r++) rows[r] = 0;
  return to;
}
