import { emitPlaces } from '../elements/places.js';
import { shares } from '../elements/shares.js';
import { type FunctionBuilder, i32, type Local, type Operand, v128 } from '../encoder/index.js';
import { type CopyAxis, mergeAxes, type StridedCopy } from './strided-copy.js';
import { emitFill, emitRun } from './emit-run.js';
import { emitTransposedBlock } from './transpose-block.js';

/** A copy cut into units. */
export interface CopyPlan {
  /** In a person's words. */
  readonly label: string;
  readonly units: number;
  /** Writes the code of unit `unit`; addresses are those of the two values. */
  emit(f: FunctionBuilder, unit: Local<'i32'>, source: number, target: number): void;
}

/** Bytes of a unit. */
const unitBytes = 32 * 1024;

const nothing: CopyAxis = { extent: 1, from: 1, to: 1 };

/**
 * Plans a copy of elements of 1 or 4 bytes. Inner runs without gaps move as wholes; where the elements
 * of four bytes lie without gaps along one axis in the operand and along another in the result, they
 * are transposed in blocks of 4 × 4; the rest moves one by one.
 */
export function planCopy(copy: StridedCopy, bytes: number): CopyPlan {
  const axes = mergeAxes(copy.axes);
  const inner = axes.at(-1) ?? nothing;
  const outer = axes.slice(0, -1);
  const start = { from: copy.fromStart * bytes, to: copy.toStart * bytes };
  const scaled = ({ extent, from, to }: CopyAxis): CopyAxis => ({
    extent,
    from: from * bytes,
    to: to * bytes,
  });
  if (axes.some(({ extent }) => extent === 0)) return { label: 'nothing', units: 0, emit() {} };
  if (inner.from === 1 && inner.to === 1) {
    return runs(outer.map(scaled), inner.extent * bytes, start);
  }
  if (inner.from === 0 && inner.to === 1) {
    return fills(outer.map(scaled), inner.extent * bytes, bytes, start);
  }
  const reading = outer.findIndex(({ from }) => from === 1);
  if (bytes === 4 && inner.to === 1 && reading >= 0) {
    const others = outer.filter((_, i) => i !== reading);
    return transposition(others.map(scaled), scaled(outer[reading]!), scaled(inner), start);
  }
  return elements(outer.map(scaled), scaled(inner), bytes, start);
}

/** Where a copy starts, in bytes from the addresses of its values. */
interface Start {
  readonly from: number;
  readonly to: number;
}

function countOf(axes: readonly CopyAxis[]): number {
  return axes.reduce((count, { extent }) => count * extent, 1);
}

/** Runs of bytes; a long one falls into pieces. */
function runs(outer: readonly CopyAxis[], length: number, start: Start): CopyPlan {
  if (length >= 2 * unitBytes) {
    const whole = Math.floor(length / unitBytes);
    const pieces: CopyAxis = { extent: whole, from: unitBytes, to: unitBytes };
    const head = rowsPlan('copy', [...outer, pieces], unitBytes, start, (f, from, to) =>
      emitRun(f, to, from, unitBytes),
    );
    const rest = length % unitBytes;
    if (rest === 0) return head;
    const behind = { from: start.from + whole * unitBytes, to: start.to + whole * unitBytes };
    return joined([head, runs(outer, rest, behind)]);
  }
  return rowsPlan('copy', outer, length, start, (f, from, to) => emitRun(f, to, from, length));
}

/** One element again and again. */
function fills(outer: readonly CopyAxis[], length: number, bytes: number, start: Start): CopyPlan {
  return rowsPlan('repeat', outer, length, start, (f, from, to) => {
    const splat = bytes === 4 ? v128.load32Splat : v128.load8Splat;
    emitFill(f, to, length, f.local('v128', splat(from)));
  });
}

/** One element after the other along the last axis. */
function elements(
  outer: readonly CopyAxis[],
  inner: CopyAxis,
  bytes: number,
  start: Start,
): CopyPlan {
  return rowsPlan('copy by element', outer, 4 * inner.extent, start, (f, from, to) => {
    f.for({ from: 0, to: inner.extent }, () => {
      if (bytes === 4) f.do(i32.store(to, i32.load(from)));
      else f.do(i32.store8(to, i32.load8U(from)));
      f.advance(from, inner.from);
      f.advance(to, inner.to);
    });
  });
}

/** Rows of a square in which a matrix is transposed: a cache line of what is read. */
const tileRows = 16;

/** Transposes matrices: `rows` lie without gaps in the operand, `columns` in the result. */
function transposition(
  outer: readonly CopyAxis[],
  rows: CopyAxis,
  columns: CopyAxis,
  start: Start,
): CopyPlan {
  const bands = Math.floor(rows.extent / tileRows);
  const band = (height: number) => (f: FunctionBuilder, from: Local<'i32'>, to: Local<'i32'>) => {
    const across = (width: number): void => {
      const [source, target] = [f.local('i32', from), f.local('i32', to)];
      for (let top = 0; top < height; top += 4) {
        const block = { rows: Math.min(4, height - top), columns: width };
        emitTransposedBlock(f, source, target, block, columns.from, rows.to);
        f.advance(source, 4 * rows.from);
        f.advance(target, 4 * rows.to);
      }
      f.advance(from, 4 * columns.from);
      f.advance(to, 4 * columns.to);
    };
    f.for({ from: 0, to: Math.floor(columns.extent / 4) }, () => across(4));
    if (columns.extent % 4 > 0) across(columns.extent % 4);
  };
  const label = 'transpose, 4×4 blocks';
  const plans: CopyPlan[] = [];
  if (bands > 0) {
    const down = { extent: bands, from: tileRows * rows.from, to: tileRows * rows.to };
    plans.push(
      rowsPlan(label, [...outer, down], 4 * tileRows * columns.extent, start, band(tileRows)),
    );
  }
  const rest = rows.extent % tileRows;
  if (rest > 0) {
    const skipped = bands * tileRows;
    const below = { from: start.from + skipped * rows.from, to: start.to + skipped * rows.to };
    plans.push(rowsPlan(label, outer, 4 * rest * columns.extent, below, band(rest)));
  }
  return joined(plans);
}

/** A body for each index of the outer axes, which takes as long as `work` bytes of a plain copy. */
function rowsPlan(
  label: string,
  outer: readonly CopyAxis[],
  work: number,
  start: Start,
  body: (f: FunctionBuilder, from: Local<'i32'>, to: Local<'i32'>) => void,
): CopyPlan {
  const axes = outer.map(({ extent, from, to }) => ({ extent, steps: [from, to] }));
  const dealt = shares(countOf(outer), work, unitBytes);
  return {
    label,
    units: dealt.units,
    emit(f, unit, source, target) {
      dealt.emit(f, unit, (row) => {
        const [from, to] = emitPlaces(f, axes, row, 2) as [typeof row, typeof row];
        f.advance(from, source + start.from);
        f.advance(to, target + start.to);
        body(f, from, to);
      });
    },
  };
}

/** Several copies between the same two values as one. */
function joined(plans: readonly CopyPlan[]): CopyPlan {
  return {
    label: plans[0]!.label,
    units: plans.reduce((sum, { units }) => sum + units, 0),
    emit(f, unit, source, target) {
      emitInTurn(f, unit, plans, (plan, own) => plan.emit(f, own, source, target));
    },
  };
}

/** Writes the code that finds the part a unit belongs to, and its number there. */
export function emitInTurn<P extends { readonly units: number }>(
  f: FunctionBuilder,
  unit: Local<'i32'>,
  parts: readonly P[],
  emit: (part: P, unit: Local<'i32'>, index: number) => void,
): void {
  let first = 0;
  for (const [index, part] of parts.entries()) {
    const from: Operand<'i32'> = i32.sub(unit, first);
    if (part.units > 0) {
      f.if(i32.ltU(from, part.units), () => emit(part, f.local('i32', from), index));
    }
    first += part.units;
  }
}
