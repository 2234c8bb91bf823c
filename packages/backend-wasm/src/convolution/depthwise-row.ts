import type { Activation } from '@separable/core';
import { activationKey, activationOf } from '../elementwise/vector-function.js';
import {
  type FunctionBuilder,
  i32,
  type Local,
  type ModuleBuilder,
  type Operand,
} from '../encoder/index.js';
import type { Instructions } from '../kernel.js';
import { type DepthwiseTile, depthwiseTile, firstColumn } from './depthwise-tile.js';
import { emitRowTaps } from './row-taps.js';
import { tapsOf, type Taps, type WindowGeometry } from './window-geometry.js';

/** A depthwise convolution with one filter a channel. */
export interface DepthwisePlan {
  readonly geometry: WindowGeometry;
  readonly activation: Activation | null;
  readonly instructions: Instructions;
  /** Pixels of a tile. */
  readonly pixels: number;
}

/** Neighbouring tiles of a row that have the same code. */
interface TileRun {
  readonly taps: readonly Taps[];
  /** First window. */
  readonly from: number;
  readonly count: number;
}

/** Vector registers that V8 leaves, less one for a product. */
const registers = 14;

/**
 * The number of pixels a tile with which a row takes the fewest loads, as far as sums, weights of a row
 * and pixels find registers: all pixels of a row where the compiler loads them first, one at a time
 * where it does not.
 */
export function depthwisePixels(
  { columns: { outputs, kernel, stride } }: WindowGeometry,
  { keepsOrder }: Instructions,
): number {
  const held = (pixels: number): number =>
    pixels + kernel + (keepsOrder ? 1 : (pixels - 1) * stride + kernel);
  const allowed = [7, 6, 5, 4, 3, 2].filter((pixels) => held(pixels) <= registers);
  const list = allowed.length === 0 ? [3] : allowed;
  const loads = list.map((pixels) =>
    runsOf(outputs, pixels).reduce((sum, width) => sum + (width - 1) * stride + 2 * kernel + 2, 0),
  );
  return list[loads.indexOf(Math.min(...loads))]!;
}

/** Cycles of a row of windows: two vectors of four channels and a tap in three. */
export function depthwiseCycles({ rows, columns, channels }: WindowGeometry): number {
  const vectors = columns.outputs * Math.ceil(channels / 4);
  return vectors * rows.kernel * columns.kernel * 1.5;
}

function runsOf(outputs: number, pixels: number): readonly number[] {
  const full = Math.floor(outputs / pixels);
  const widths = Array.from({ length: full }, () => pixels);
  return outputs % pixels === 0 ? widths : [...widths, outputs % pixels];
}

/** Cuts a row of windows into tiles and joins neighbours that see pixels with the same taps. */
function tileRuns({ columns }: WindowGeometry, pixels: number): readonly TileRun[] {
  const runs: TileRun[] = [];
  for (let from = 0; from < columns.outputs; from += pixels) {
    const width = Math.min(pixels, columns.outputs - from);
    const taps = Array.from({ length: width }, (_, i) => tapsOf(columns, from + i));
    const last = runs.at(-1);
    if (last !== undefined && JSON.stringify(last.taps) === JSON.stringify(taps)) {
      runs[runs.length - 1] = { ...last, count: last.count + 1 };
    } else {
      runs.push({ taps, from, count: 1 });
    }
  }
  return runs;
}

/** Writes the code for one row of windows. */
export function emitDepthwiseRow(
  module: ModuleBuilder,
  f: FunctionBuilder,
  { geometry, activation, instructions, pixels }: DepthwisePlan,
  row: Local<'i32'>,
  place: {
    /** Address of the image. */
    readonly image: Operand<'i32'>;
    readonly weights: Operand<'i32'>;
    /** Address of the row's results. */
    readonly result: Operand<'i32'>;
  },
): void {
  const { rows, columns, channels } = geometry;
  if (channels === 0) return;
  const rowBytes = columns.size * channels * 4;
  const seen = emitRowTaps(f, rows, row);
  const mask = f.local('i32', i32.shl(i32.sub(i32.shl(1, seen.count), 1), seen.first));
  const source = f.local('i32', i32.add(place.image, i32.mul(seen.pixel, rowBytes)));
  const result = f.local('i32', place.result);
  const isWhole = i32.eq(seen.count, rows.kernel);
  const runs = tileRuns(geometry, pixels);
  const call = (masked: boolean): void => {
    for (const { taps, from, count } of runs) {
      const tile: DepthwiseTile = {
        taps,
        kernelHeight: rows.kernel,
        kernelWidth: columns.kernel,
        stride: columns.stride,
        dilation: columns.dilation,
        channels,
        tapRowBytes: rows.dilation * rowBytes,
        masked,
        activation: activationOf(activation),
        activationKey: activationKey(activation),
        relaxedMadd: instructions.relaxedMadd,
      };
      const column = Math.max(0, from * columns.stride - columns.before + firstColumn(tile));
      f.call(
        depthwiseTile(module, tile),
        i32.add(source, column * channels * 4),
        place.weights,
        i32.add(result, from * channels * 4),
        count,
        mask,
      );
    }
  };
  // A block for each row of taps keeps the loads of one row from those of the next.
  if (!instructions.keepsOrder) return call(true);
  f.if(
    isWhole,
    () => call(false),
    () => call(true),
  );
}
