import { blockRows } from '../matrix/blocks.js';
import { tapsInside, type WindowPlan } from './window-plan.js';

/** A group of input channels. */
export interface ChannelGroup {
  readonly first: number;
  readonly depth: number;
}

/**
 * Copies the pixels under each window into a row, taps in the order of the filter:
 * `rows[p, (u, v, c)] = x[i·s + u·d − top, j·s + v·d − left, first + c]`, zero outside the image. Rows
 * go into blocks of four (see `packBlocks`).
 *
 * @param xOffset where the image starts in `x`
 * @param from the first window, counted along rows of the output image
 * @param count how many windows
 */
export function im2col(
  plan: WindowPlan,
  { first, depth }: ChannelGroup,
  x: Float32Array,
  xOffset: number,
  from: number,
  count: number,
  blocks: Float32Array,
): void {
  const { width, channels, kernelHeight, kernelWidth, dilationHeight, dilationWidth } = plan;
  // Taps that lie side by side in x are copied as one run.
  const joined = dilationWidth === 1 && depth === channels;
  const run = joined ? kernelWidth * depth : depth;
  const runs = joined ? 1 : kernelWidth;
  const rowLength = kernelHeight * kernelWidth * depth;
  for (let window = from; window < from + count; window++) {
    const i = Math.floor(window / plan.outWidth);
    const top = i * plan.strideHeight - plan.top;
    const left = (window - i * plan.outWidth) * plan.strideWidth - plan.left;
    const inBlock = (window - from) % blockRows;
    let b = (window - from - inBlock) * rowLength + inBlock;
    const inside = left >= 0 && left + (kernelWidth - 1) * dilationWidth < width;
    for (let u = 0; u < kernelHeight; u++) {
      const row = top + u * dilationHeight;
      if (row < 0 || row >= plan.height) {
        b = clear(blocks, b, kernelWidth * depth);
        continue;
      }
      const start = xOffset + (row * width + left) * channels + first;
      if (inside) {
        for (let v = 0; v < runs; v++) {
          b = copy(x, start + v * dilationWidth * channels, run, blocks, b);
        }
      } else {
        b = copyEdge(plan, depth, x, start, left, blocks, b);
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
  blocks: Float32Array,
  at: number,
): number {
  const [first, end] = tapsInside(left, dilationWidth, kernelWidth, width);
  let b = clear(blocks, at, first * depth);
  for (let v = first; v < end; v++) {
    b = copy(x, start + v * dilationWidth * channels, depth, blocks, b);
  }
  return clear(blocks, b, (kernelWidth - end) * depth);
}

function copy(
  x: Float32Array,
  from: number,
  count: number,
  blocks: Float32Array,
  at: number,
): number {
  for (let c = 0; c < count; c++) blocks[at + c * blockRows] = x[from + c]!;
  return at + count * blockRows;
}

function clear(blocks: Float32Array, at: number, count: number): number {
  for (let c = 0; c < count; c++) blocks[at + c * blockRows] = 0;
  return at + count * blockRows;
}
