import { bytesPerElement } from '@separable/core';
import { shares } from '../elements/shares.js';
import { type FunctionBuilder, i32, i32x4, type Local } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { emitFill, emitRun } from '../movement/emit-run.js';
import { emitInside, type PadAxis, padded, type PadRows, padRows } from '../movement/pad-axes.js';

/** Row by row of the last axis that is padded: what is ahead, the inside as one run, what is behind. */
export const pad: Kernel<'pad'> = {
  plan({ attributes: { before, after, mode, value }, operands: { x } }) {
    const axes = x.shape.map((extent, axis) => ({
      extent,
      before: before[axis] as number,
      after: after[axis] as number,
    }));
    const bytes = bytesPerElement(x.dtype);
    const rows = padRows(axes, bytes);
    if (rows === undefined) return { view: 'x' };
    const count = rows.outer.reduce((product, axis) => product * padded(axis), 1);
    const length = padded(rows.inner) * rows.run;
    const work = shares(length === 0 ? 0 : count, length / 4);
    return {
      label: `pad, ${mode}`,
      stages: [
        {
          units: work.units,
          emit({ f, unit, operands, results: [y] }) {
            const pattern = f.local('v128', i32x4.splat(bitsOf(value, bytes, x.dtype)));
            work.emit(f, unit, (row) => {
              const to = f.local('i32', i32.add(i32.mul(row, length), y!));
              const { from, isOutside } = emitSource(f, rows, row, mode);
              f.advance(from, operands.x);
              const inside = (): void => emitRow(f, rows, mode, from, to, pattern);
              if (mode === 'constant') {
                f.if(isOutside, () => emitFill(f, to, length, pattern), inside);
              } else inside();
            });
          },
        },
      ],
    };
  },
};

/** Four bytes that hold a value once or, of one byte, four times. */
function bitsOf(value: number, bytes: number, dtype: string): number {
  if (bytes === 1) return Math.imul(value & 0xff, 0x01010101);
  return dtype === 'float32' ? new Int32Array(Float32Array.of(value).buffer)[0]! : value;
}

/** Writes the code that finds the row of x which a row of y shows. */
function emitSource(
  f: FunctionBuilder,
  { outer, inner, run }: PadRows,
  row: Local<'i32'>,
  mode: 'constant' | 'edge' | 'reflect',
): { readonly from: Local<'i32'>; readonly isOutside: Local<'i32'> } {
  const from = f.local('i32', 0);
  const isOutside = f.local('i32', 0);
  const rest = f.local('i32', row);
  let stride = inner.extent * run;
  for (const axis of [...outer].reverse()) {
    const index = f.local('i32', i32.sub(i32.remU(rest, padded(axis)), axis.before));
    f.set(rest, i32.divU(rest, padded(axis)));
    if (axis.before + axis.after > 0) {
      if (mode === 'constant') f.set(isOutside, i32.or(isOutside, i32.geU(index, axis.extent)));
      else emitInside(f, axis, index, mode);
    }
    f.advance(from, i32.mul(index, stride));
    stride *= axis.extent;
  }
  return { from, isOutside };
}

function emitRow(
  f: FunctionBuilder,
  { inner, run }: PadRows,
  mode: 'constant' | 'edge' | 'reflect',
  from: Local<'i32'>,
  to: Local<'i32'>,
  pattern: Local<'v128'>,
): void {
  const side = (first: number, count: number): void => {
    if (mode === 'constant') emitFill(f, to, count * run, pattern);
    else emitSide(f, inner, run, mode, from, to, first, count);
  };
  side(-inner.before, inner.before);
  emitRun(f, to, from, inner.extent * run);
  f.advance(to, inner.extent * run);
  side(inner.extent, inner.after);
}

function emitSide(
  f: FunctionBuilder,
  axis: PadAxis,
  run: number,
  mode: 'edge' | 'reflect',
  from: Local<'i32'>,
  to: Local<'i32'>,
  first: number,
  count: number,
): void {
  if (count === 0) return;
  f.for({ from: first, to: first + count }, (position) => {
    const index = f.local('i32', position);
    emitInside(f, axis, index, mode);
    emitRun(f, to, f.local('i32', i32.add(from, i32.mul(index, run))), run);
    f.advance(to, run);
  });
}
