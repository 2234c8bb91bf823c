import { sizeOf } from '@separable/core';
import { shares } from '../elements/shares.js';
import { f32, f32x4, type FunctionBuilder, i32, type Local } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { emitRun } from '../movement/emit-run.js';
import { emitTapTable, tapBytes, tapsOf } from '../resize/tap-table.js';
import { loadLanes, storeLanes, vectorBytes } from '../tiles/lanes.js';

/** Elements of y times taps of a unit. */
const unitWork = 131_072;

/** Tables of the taps of each row and column first, then rows of results, four channels at a time. */
export const resize2d: Kernel<'resize2d'> = {
  plan({ attributes, operands: { x }, results }) {
    const [, height, width, channels] = x.shape as [number, number, number, number];
    const [images, rows, columns] = results[0]!.shape as [number, number, number, number];
    const { mode, scales } = attributes;
    const taps = tapsOf(mode);
    const pixelBytes = channels * 4;
    const lineBytes = taps * tapBytes;
    const down = { size: height, outputs: rows, scale: scales?.[0] };
    const across = { size: width, outputs: columns, scale: scales?.[1] };
    const isEmpty = sizeOf(results[0]!.shape) === 0;
    const perRow = columns * channels * taps * taps;
    const work = shares(isEmpty ? 0 : images * rows, perRow, unitWork);
    return {
      label: `resize, ${mode}`,
      scratch: (rows + columns) * lineBytes,
      stages: [
        {
          units: isEmpty ? 0 : 2,
          emit({ f, unit, scratch }) {
            const behind = scratch + rows * lineBytes;
            f.if(
              unit,
              () => emitTapTable(f, across, attributes, pixelBytes, behind),
              () => emitTapTable(f, down, attributes, width * pixelBytes, scratch),
            );
          },
        },
        {
          units: work.units,
          emit({ f, unit, operands, results: [y], scratch }) {
            work.emit(f, unit, (row) => {
              const image = i32.mul(i32.divU(row, rows), height * width * pixelBytes);
              const base = f.local('i32', i32.add(image, operands.x));
              const entry = i32.mul(i32.remU(row, rows), lineBytes);
              const rowTaps = readTaps(f, f.local('i32', i32.add(entry, scratch)), base, taps);
              const to = f.local('i32', i32.add(i32.mul(row, columns * pixelBytes), y!));
              const entryOf = f.local('i32', scratch + rows * lineBytes);
              const origin = f.local('i32', 0);
              f.for({ from: 0, to: columns }, () => {
                const columnTaps = readTaps(f, entryOf, origin, taps);
                if (mode === 'nearest') {
                  const from = i32.add(rowTaps[0]!.place, columnTaps[0]!.place);
                  emitRun(f, to, f.local('i32', from), pixelBytes);
                  f.advance(to, pixelBytes);
                } else blend(f, rowTaps, columnTaps, to, channels);
                f.advance(entryOf, lineBytes);
              });
            });
          },
        },
      ],
    };
  },
};

interface Tap {
  readonly place: Local<'i32'>;
  readonly weight: Local<'v128'>;
}

function readTaps(
  f: FunctionBuilder,
  entry: Local<'i32'>,
  base: Local<'i32'>,
  taps: number,
): readonly Tap[] {
  return Array.from({ length: taps }, (_, tap) => ({
    place: f.local('i32', i32.add(i32.load(entry, tap * tapBytes), base)),
    weight: f.local('v128', f32x4.splat(f32.load(entry, tap * tapBytes + 4))),
  }));
}

/** `Σ_r w_r · Σ_c w_c · x[r, c]` of all channels of a pixel; moves `to` behind it. */
function blend(
  f: FunctionBuilder,
  rows: readonly Tap[],
  columns: readonly Tap[],
  to: Local<'i32'>,
  channels: number,
): void {
  const sources = rows.map((row) =>
    columns.map((column) => f.local('i32', i32.add(row.place, column.place))),
  );
  const step = (lanes: number): void => {
    const total = f.local('v128');
    sources.forEach((line, r) => {
      const sum = f.local('v128');
      line.forEach((source, c) => {
        const term = f32x4.mul(loadLanes(source, lanes), columns[c]!.weight);
        f.set(sum, c === 0 ? term : f32x4.add(sum, term));
      });
      const term = f32x4.mul(sum, rows[r]!.weight);
      f.set(total, r === 0 ? term : f32x4.add(total, term));
    });
    storeLanes(f, to, total, lanes);
    f.advance(to, lanes * 4);
  };
  const whole = channels - (channels % 4);
  if (whole > 0) {
    const end = f.local('i32', i32.add(to, whole * 4));
    f.repeat(() => {
      step(4);
      for (const source of sources.flat()) f.advance(source, vectorBytes);
      return i32.ne(to, end);
    });
  }
  if (channels % 4 > 0) step(channels % 4);
}
