import { bytesPerElement, type DType, sizeOf } from '@separable/core';
import {
  type Expression,
  type FunctionBuilder,
  i32,
  i32x4,
  type Local,
  type Operand,
  v128,
} from '../encoder/index.js';
import { emitBlocks } from './blocks.js';
import { shares } from './shares.js';

/** Up to four lines along an axis, side by side in lanes. */
export interface LineGroup {
  /** Number of the first line, in the order of the axes but the one. */
  readonly number: Local<'i32'>;
  /** Address of the first line's first element. */
  readonly source: Local<'i32'>;
  /** Bytes from an element of a line to the next. */
  readonly step: number;
  /** Reads an element of each line where lines do not lie side by side. */
  gather(at: Local<'i32'>, lanes: number): Expression<'v128'>;
}

/** The lines of a value along an axis, in groups of four. */
export interface StridedLanes {
  readonly units: number;
  /** Writes the loop over the groups of a unit. */
  emit(
    f: FunctionBuilder,
    unit: Local<'i32'>,
    x: Operand<'i32'>,
    body: (group: LineGroup, lanes: number) => void,
  ): void;
}

/** Takes a value apart into lines; where the axis is the last, four lines are an element apart each. */
export function strideLanes(shape: readonly number[], axis: number, dtype: DType): StridedLanes {
  const bytes = bytesPerElement(dtype);
  const extent = shape[axis]!;
  const inner = sizeOf(shape.slice(axis + 1));
  const outer = sizeOf(shape.slice(0, axis));
  // A row of groups never crosses from one outer index to the next unless lines follow each other.
  const width = inner === 1 ? outer : inner;
  const rows = inner === 1 ? 1 : outer;
  const perRow = Math.ceil(width / 4);
  const work = shares(rows * perRow, 4 * extent);
  const step = inner * bytes;
  return {
    units: work.units,
    emit(f, unit, x, body) {
      work.emit(f, unit, (group) => {
        const row = f.local('i32', rows === 1 ? 0 : i32.divU(group, perRow));
        const within = f.local('i32', i32.sub(group, i32.mul(row, perRow)));
        const column = f.local('i32', i32.shl(within, 2));
        const number = f.local('i32', i32.add(i32.mul(row, width), column));
        const across = i32.mul(column, inner === 1 ? extent * bytes : bytes);
        const start = i32.add(i32.mul(row, extent * inner * bytes), across);
        const source = f.local('i32', i32.add(start, x));
        const line: LineGroup = {
          number,
          source,
          step,
          gather: (at, lanes) => gathered(f, dtype, at, lanes, extent * bytes),
        };
        emitBlocks(f, within, width, 4, (lanes) => body(line, lanes));
      });
    },
  };
}

function gathered(
  f: FunctionBuilder,
  dtype: DType,
  at: Local<'i32'>,
  lanes: number,
  step: number,
): Expression<'v128'> {
  const value = f.local('v128', i32x4.splat(0));
  for (let lane = 0; lane < lanes; lane++) {
    const place = lane * step;
    if (dtype === 'float32' || dtype === 'int32') {
      f.set(value, v128.load32Lane(at, value, lane, place));
    } else f.set(value, i32x4.replaceLane(value, lane, i32.load8U(at, place)));
  }
  return value;
}
