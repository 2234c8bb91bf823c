import { blank, type Exact } from './exact.js';
import { elementOf } from './pairwise.js';
import type { Running } from './running-error.js';
import type { WrittenPadding } from './window.js';

interface Pooling {
  readonly kernel: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  readonly padding: WrittenPadding;
  readonly ceilMode: boolean;
}

/**
 * Maps the pixels under each window to one. `taps` counts the taps on the map and its padding; what a
 * window hangs over the padded map counts nowhere.
 */
export function pool(
  x: Exact,
  { kernel, strides, dilations, padding, ceilMode }: Pooling,
  f: (pixels: readonly Running[], taps: number) => Running,
): Exact {
  const [batch, height, width, depth] = x.shape as [number, number, number, number];
  const rows = sweep(
    height,
    kernel[0],
    strides[0],
    dilations[0],
    side(padding, 'top', 'bottom'),
    ceilMode,
  );
  const columns = sweep(
    width,
    kernel[1],
    strides[1],
    dilations[1],
    side(padding, 'left', 'right'),
    ceilMode,
  );
  const y = blank('float32', [batch, rows.length, columns.length, depth]);
  let at = 0;
  for (let n = 0; n < batch; n++) {
    for (const row of rows) {
      for (const column of columns) {
        for (let c = 0; c < depth; c++) {
          const pixels = row.pixels.flatMap((i) =>
            column.pixels.map((j) => elementOf(x, ((n * height + i) * width + j) * depth + c)),
          );
          const { value, error } = f(pixels, row.taps * column.taps);
          y.value[at] = value;
          y.error[at++] = error;
        }
      }
    }
  }
  return y;
}

type Side = 'valid' | 'same' | 'sameLower' | readonly [number, number];

function side(padding: WrittenPadding, before: 'top' | 'left', after: 'bottom' | 'right'): Side {
  return typeof padding === 'string' ? padding : [padding[before], padding[after]];
}

/** The windows of one axis: which pixels each sees, and how many taps fall on pixels or padding. */
function sweep(
  size: number,
  kernel: number,
  stride: number,
  dilation: number,
  padding: Side,
  ceilMode: boolean,
): readonly { readonly pixels: readonly number[]; readonly taps: number }[] {
  const reach = (kernel - 1) * dilation + 1;
  const [before, after] = extent(size, reach, stride, padding);
  const end = size + after;
  const windows: { pixels: number[]; taps: number }[] = [];
  // In ceil mode one more window starts where the last did not reach the end, but never past the map.
  const starts = (start: number): boolean =>
    ceilMode && start > -before
      ? start < size && start - stride + reach < end
      : start + reach <= end && (!ceilMode || start < size);
  for (let start = -before; starts(start); start += stride) {
    const taps = Array.from({ length: kernel }, (_, k) => start + k * dilation);
    windows.push({
      pixels: taps.filter((tap) => tap >= 0 && tap < size),
      taps: taps.filter((tap) => tap < end).length,
    });
  }
  return windows;
}

/** Padding before and after; the SAME kinds make `⌈size / stride⌉` windows fit. */
function extent(
  size: number,
  reach: number,
  stride: number,
  padding: Side,
): readonly [number, number] {
  if (padding === 'valid') return [0, 0];
  if (typeof padding !== 'string') return padding;
  const total = Math.max(0, (Math.ceil(size / stride) - 1) * stride + reach - size);
  const half = Math.floor(total / 2);
  return padding === 'same' ? [half, total - half] : [total - half, half];
}
