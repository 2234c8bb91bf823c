import type { Elementwise } from '../elementwise/vector-function.js';
import {
  f32x4,
  type FunctionBuilder,
  type FunctionRef,
  i32,
  type Local,
  type ModuleBuilder,
  v128,
} from '../encoder/index.js';
import { loadLanes, storeLanes, vectorBytes } from '../tiles/lanes.js';
import type { Taps } from './window-geometry.js';

/** What makes one depthwise tile's code different from another's. */
export interface DepthwiseTile {
  /** For each pixel of the tile the taps of a row that see pixels. */
  readonly taps: readonly Taps[];
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly stride: number;
  readonly dilation: number;
  readonly channels: number;
  /** Bytes from one row of taps to the next. */
  readonly tapRowBytes: number;
  /** Whether rows of taps may be missing: the code then looks at each. */
  readonly masked: boolean;
  readonly activation: Elementwise | undefined;
  /** Tells activations apart. */
  readonly activationKey: string;
  readonly relaxedMadd: boolean;
}

/** Operands: first pixel seen, weights, first result, how many tiles, and a bit for each row of taps. */
const params = ['i32', 'i32', 'i32', 'i32', 'i32'] as const;

export type DepthwiseTileRef = FunctionRef<typeof params, undefined>;

/** The first column, relative to the first window's start, that a tile reads. */
export function firstColumn({ taps, stride, dilation }: DepthwiseTile): number {
  const seen = taps.flatMap(({ first, end }, pixel) =>
    first < end ? [pixel * stride + first * dilation] : [],
  );
  return seen.length === 0 ? 0 : Math.min(...seen);
}

/**
 * The micro-kernel of a depthwise convolution: the sums of neighbouring pixels of four channels in
 * registers. Each pixel under the tile is read once a row for all windows that see it, each weight once
 * for all pixels; taps that see nothing have no code.
 */
export function depthwiseTile(module: ModuleBuilder, tile: DepthwiseTile): DepthwiseTileRef {
  const { activation: _, ...key } = tile;
  return module.once(`depthwise ${JSON.stringify(key)}`, () =>
    module.define(params, (f, x, w, y, tiles, mask) => {
      const pixelBytes = tile.channels * 4;
      const whole = tile.channels - (tile.channels % 4);
      const pointers = { x: f.local('i32'), w: f.local('i32'), y: f.local('i32') };
      const end = f.local('i32');
      f.while(i32.gtS(tiles, 0), () => {
        f.set(pointers.x, x);
        f.set(pointers.w, w);
        f.set(pointers.y, y);
        if (whole > 0) {
          f.set(end, i32.add(y, whole * 4));
          f.repeat(() => {
            emitChannels({ module, f }, tile, 4, pointers, mask);
            f.advance(pointers.x, vectorBytes);
            f.advance(pointers.w, weightBytes(tile));
            f.advance(pointers.y, vectorBytes);
            return i32.ne(pointers.y, end);
          });
        }
        if (whole < tile.channels) {
          emitChannels({ module, f }, tile, tile.channels - whole, pointers, mask);
        }
        f.advance(x, tile.taps.length * tile.stride * pixelBytes);
        f.advance(y, tile.taps.length * pixelBytes);
        f.advance(tiles, -1);
      });
    }),
  );
}

/** Bytes of the packed weights of four channels: biases, then the taps. */
export function weightBytes(tile: {
  readonly kernelHeight: number;
  readonly kernelWidth: number;
}): number {
  return (1 + tile.kernelHeight * tile.kernelWidth) * vectorBytes;
}

interface Pointers {
  readonly x: Local<'i32'>;
  readonly w: Local<'i32'>;
  readonly y: Local<'i32'>;
}

/** The whole tile for up to four channels. */
function emitChannels(
  site: { readonly module: ModuleBuilder; readonly f: FunctionBuilder },
  tile: DepthwiseTile,
  lanes: number,
  { x, w, y }: Pointers,
  mask: Local<'i32'>,
): void {
  const { f } = site;
  const sums = tile.taps.map(() => f.local('v128', v128.load(w)));
  if (tile.masked) {
    const row = f.local('i32', x);
    for (let u = 0; u < tile.kernelHeight; u++) {
      f.if(i32.and(mask, 1 << u), () => {
        emitTapRow(f, tile, lanes, sums, row, 0, w, u);
        f.advance(row, tile.tapRowBytes);
      });
    }
  } else {
    for (let u = 0; u < tile.kernelHeight; u++) {
      emitTapRow(f, tile, lanes, sums, x, u * tile.tapRowBytes, w, u);
    }
  }
  sums.forEach((sum, pixel) => {
    if (tile.activation !== undefined) f.set(sum, tile.activation.apply(site, sum));
    storeLanes(f, y, sum, lanes, pixel * tile.channels * 4);
  });
}

/** One row of taps: columns of pixels from left to right, each used by all windows that see it. */
function emitTapRow(
  f: FunctionBuilder,
  tile: DepthwiseTile,
  lanes: number,
  sums: readonly Local<'v128'>[],
  x: Local<'i32'>,
  offset: number,
  w: Local<'i32'>,
  u: number,
): void {
  const { taps, stride, dilation, kernelWidth, channels, relaxedMadd } = tile;
  const uses = new Map<number, { readonly pixel: number; readonly tap: number }[]>();
  taps.forEach(({ first, end }, pixel) => {
    for (let tap = first; tap < end; tap++) {
      const column = pixel * stride + tap * dilation;
      uses.set(column, [...(uses.get(column) ?? []), { pixel, tap }]);
    }
  });
  const weights = new Map<number, Local<'v128'>>();
  const weightOf = (tap: number): Local<'v128'> => {
    const known = weights.get(tap);
    if (known !== undefined) return known;
    const place = (1 + u * kernelWidth + tap) * vectorBytes;
    const loaded = f.local('v128', v128.load(w, place));
    weights.set(tap, loaded);
    return loaded;
  };
  const start = firstColumn(tile);
  for (const column of [...uses.keys()].sort((a, b) => a - b)) {
    const place = offset + (column - start) * channels * 4;
    const value = f.local('v128', loadLanes(x, lanes, place));
    for (const { pixel, tap } of uses.get(column)!) {
      const sum = sums[pixel]!;
      const weight = weightOf(tap);
      f.set(
        sum,
        relaxedMadd
          ? f32x4.relaxedMadd(value, weight, sum)
          : f32x4.add(sum, f32x4.mul(value, weight)),
      );
    }
  }
}
