import { type AttributesOf, resolvePadding, sizeOf, windows } from '@separable/core';
import { shares } from '../elements/shares.js';
import { windowGeometry } from '../convolution/window-geometry.js';
import {
  type Expression,
  type FunctionBuilder,
  i32,
  type Local,
  type Operand,
} from '../encoder/index.js';
import type { EmitSite, Kernel } from '../kernel.js';
import { loadLanes, storeLanes, vectorBytes } from '../tiles/lanes.js';
import { emitAxisTaps } from './axis-taps.js';

type PoolName = 'maxPool2d' | 'averagePool2d';

/** What a pool does with the pixels under a window, four channels at a time. */
export interface Pool {
  /** Starts a window; the result is changed in place by `add`. */
  start(f: FunctionBuilder): readonly Local<'v128'>[];
  add(f: FunctionBuilder, state: readonly Local<'v128'>[], pixel: Local<'v128'>): void;
  /** The pooled channels; `taps` counts the window's pixels. */
  finish(state: readonly Local<'v128'>[], taps: Local<'i32'>): Expression<'v128'>;
}

/** Channels that one pass over a window takes. */
const groupChannels = 16;
/** Taps times channels of a unit. */
const unitWork = 200_000;

/**
 * The kernel of a pool: a unit is some rows of results; each pixel of a row passes over its window once
 * for every group of channels.
 */
export function poolKernel<K extends PoolName>(op: K, pool: Pool): Kernel<K> {
  const kernel: Kernel<PoolName> = {
    plan({ attributes, operands: { x }, results }) {
      const y = results[0]!.shape as readonly [number, number, number, number];
      const [images, outputRows, outputColumns, channels] = y;
      const area = attributes.kernel[0] * attributes.kernel[1];
      const rows = sizeOf(y) === 0 ? 0 : images * outputRows;
      const work = shares(rows, outputColumns * channels * area, unitWork);
      return {
        label: `${op}, 4 channels`,
        stages: [
          {
            units: work.units,
            emit(site) {
              const { f, unit } = site;
              work.emit(f, unit, (row) => emitRow(site, pool, x.shape, y, attributes, row));
            },
          },
        ],
      };
    },
  };
  return kernel as unknown as Kernel<K>;
}

function emitRow(
  { f, operands, results }: EmitSite<PoolName>,
  pool: Pool,
  x: readonly number[],
  y: readonly number[],
  attributes: AttributesOf<PoolName>,
  row: Local<'i32'>,
): void {
  const geometry = windowGeometry(x, y, attributes.kernel, attributes);
  const [after, behind] = windows(attributes.kernel, attributes).map(
    (window, axis) => resolvePadding(x[axis + 1]!, window).after,
  ) as [number, number];
  const [, height, width, channels] = x as [number, number, number, number];
  const countPadding = 'countPadding' in attributes && attributes.countPadding === true;
  const pixelBytes = channels * 4;
  const output = f.local('i32', i32.remU(row, y[1]!));
  const down = emitAxisTaps(f, geometry.rows, after, output);
  const image = i32.mul(i32.divU(row, y[1]!), height);
  const top = f.local('i32', i32.mul(i32.add(image, down.first), width * pixelBytes));
  f.advance(top, operands.x);
  const to = f.local('i32', i32.add(i32.mul(row, y[2]! * pixelBytes), results[0]!));
  f.for({ from: 0, to: y[2]! }, (column) => {
    const across = emitAxisTaps(f, geometry.columns, behind, column);
    const taps = f.local(
      'i32',
      countPadding ? i32.mul(down.padded, across.padded) : i32.mul(down.count, across.count),
    );
    const from = f.local('i32', i32.add(top, i32.mul(across.first, pixelBytes)));
    const window: Window = {
      rows: down.count,
      columns: across.count,
      rowStep: geometry.rows.dilation * width * pixelBytes,
      columnStep: geometry.columns.dilation * pixelBytes,
    };
    const group = (count: number): void => {
      emitWindow(f, pool, window, from, to, taps, count);
      f.advance(from, count * 4);
      f.advance(to, count * 4);
    };
    const whole = Math.floor(channels / groupChannels);
    if (whole > 0) f.for({ from: 0, to: whole }, () => group(groupChannels));
    if (channels % groupChannels > 0) group(channels % groupChannels);
  });
}

interface Window {
  readonly rows: Operand<'i32'>;
  readonly columns: Operand<'i32'>;
  /** Bytes from one tap to the next. */
  readonly rowStep: number;
  readonly columnStep: number;
}

/** Pools some channels of one window. */
function emitWindow(
  f: FunctionBuilder,
  pool: Pool,
  { rows, columns, rowStep, columnStep }: Window,
  from: Local<'i32'>,
  to: Local<'i32'>,
  taps: Local<'i32'>,
  channels: number,
): void {
  const vectors = Array.from({ length: Math.ceil(channels / 4) }, (_, v) => ({
    lanes: Math.min(4, channels - v * 4),
    state: pool.start(f),
  }));
  const line = f.local('i32', from);
  f.for({ from: 0, to: rows }, () => {
    const pixel = f.local('i32', line);
    f.for({ from: 0, to: columns }, () => {
      vectors.forEach(({ lanes, state }, v) => {
        pool.add(f, state, f.local('v128', loadLanes(pixel, lanes, v * vectorBytes)));
      });
      f.advance(pixel, columnStep);
    });
    f.advance(line, rowStep);
  });
  vectors.forEach(({ lanes, state }, v) => {
    const value = f.local('v128', pool.finish(state, taps));
    storeLanes(f, to, value, lanes, v * vectorBytes);
  });
}
