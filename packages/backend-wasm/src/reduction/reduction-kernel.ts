import { type DType, type OpName } from '@separable/core';
import type { VectorSite } from '../elementwise/vector-function.js';
import { type Expression, type FunctionBuilder, i32, type Local, v128 } from '../encoder/index.js';
import type { ConcreteType, EmitSite, Kernel } from '../kernel.js';
import { loadLanes, storeLanes, vectorBytes } from '../tiles/lanes.js';
import { emitReduced, emitRowStart, type ReductionNest, reductionNest } from './reduction-nest.js';

/** How elements become totals, four results at a time. */
export interface Fold {
  /** A total of no elements. */
  readonly initial: Expression<'v128'>;
  /** An element that changes no total; `initial` unless given. */
  readonly absent?: Expression<'v128'>;
  /** A total with one more element; `vector` numbers the totals that are computed together. */
  take(total: Local<'v128'>, x: Local<'v128'>, vector: number): Expression<'v128'>;
  /** The total of two parts. */
  merge(a: Local<'v128'>, b: Local<'v128'>): Expression<'v128'>;
}

/** Runs a fold over all elements and leaves the totals, one for each vector of results. */
export type Folder = (fold: Fold) => readonly Local<'v128'>[];

/** Writes the code that computes some results; `count` elements make each. */
export type Reduction = (
  site: VectorSite,
  folder: Folder,
  count: number,
) => readonly Expression<'v128'>[];

/** Results that are computed together where they lie side by side. */
const blockColumns = 16;
/** Elements read by a unit. */
const unitElements = 65_536;
/** Totals of one run, which no addition has to wait for. */
const chains = 4;

/** A reduction that is one fold, and a function of its totals. */
export function simpleReduction(
  fold: Fold,
  finish: (site: VectorSite, total: Local<'v128'>, count: number) => Expression<'v128'> = (_, t) =>
    t,
): Reduction {
  return (site, folder, count) => folder(fold).map((total) => finish(site, total, count));
}

/** The kernel of a reduction of elements of four bytes. */
export function reductionKernel<K extends OpName>(
  op: K,
  choose: (dtype: DType) => Reduction,
): Kernel<K> {
  return {
    plan({ attributes, operands }) {
      const { x } = operands as unknown as { readonly x: ConcreteType };
      const { axes } = attributes as unknown as { readonly axes: readonly number[] | null };
      const nest = reductionNest(x.shape, axes);
      const blocks = Math.ceil(nest.columns / blockColumns);
      const total = nest.rows * blocks;
      const width = Math.min(nest.columns, blockColumns);
      const perUnit = Math.max(1, Math.floor(unitElements / Math.max(1, nest.count * width)));
      const emission = { nest, blocks, reduction: choose(x.dtype) };
      return {
        label: `${op}, ${nest.run > 1 ? 'along' : 'across'} 4 lanes`,
        stages: [
          {
            units: Math.ceil(total / perUnit),
            emit(site) {
              const { f, unit } = site;
              const first = f.local('i32', i32.mul(unit, perUnit));
              const end = f.local('i32', i32.add(first, perUnit));
              f.if(i32.gtS(end, total), () => f.set(end, total));
              const { x: from } = site.operands as unknown as { readonly x: number };
              f.for({ from: first, to: end }, (block) => emitBlock(emission, site, block, from));
            },
          },
        ],
      };
    },
  };
}

interface Emission {
  readonly nest: ReductionNest;
  /** Blocks of columns. */
  readonly blocks: number;
  readonly reduction: Reduction;
}

function emitBlock<K extends OpName>(
  { nest, blocks, reduction }: Emission,
  { f, module, results }: EmitSite<K>,
  block: Local<'i32'>,
  from: number,
): void {
  const row = blocks === 1 ? block : f.local('i32', i32.divU(block, blocks));
  const column = i32.mul(i32.sub(block, i32.mul(row, blocks)), blockColumns);
  const start = emitRowStart(f, nest, row);
  const source = f.local('i32', i32.add(i32.shl(i32.add(start, column), 2), from));
  const result = i32.shl(i32.add(i32.mul(row, nest.columns), column), 2);
  const target = f.local('i32', i32.add(result, results[0]!));
  const compute = (columns: number): void => {
    const folder: Folder = (fold) =>
      nest.run === 1
        ? foldColumns(f, nest, source, columns, fold)
        : [foldRun(f, nest, source, fold)];
    reduction({ module, f }, folder, nest.count).forEach((value, v) => {
      const kept = f.local('v128', value);
      storeLanes(f, target, kept, Math.min(4, columns - v * 4), v * vectorBytes);
    });
  };
  const last = nest.columns - (blocks - 1) * blockColumns;
  if (blocks === 1) compute(last);
  else if (last === blockColumns) compute(blockColumns);
  else
    f.if(
      i32.eq(i32.sub(block, i32.mul(row, blocks)), blocks - 1),
      () => compute(last),
      () => compute(blockColumns),
    );
}

/** Results side by side: a vector of each. */
function foldColumns(
  f: FunctionBuilder,
  { reduced }: ReductionNest,
  source: Local<'i32'>,
  columns: number,
  { initial, take }: Fold,
): readonly Local<'v128'>[] {
  const totals = Array.from({ length: Math.ceil(columns / 4) }, () => f.local('v128', initial));
  emitReduced(f, reduced, source, (at) => {
    totals.forEach((total, v) => {
      const lanes = Math.min(4, columns - v * 4);
      const x = f.local('v128', loadLanes(at, lanes, v * vectorBytes));
      f.set(total, take(total, x, v));
    });
  });
  return totals;
}

/** One result of runs: totals in all lanes and several chains, merged at the end. */
function foldRun(
  f: FunctionBuilder,
  { reduced, run }: ReductionNest,
  source: Local<'i32'>,
  { initial, absent = initial, take, merge }: Fold,
): Local<'v128'> {
  const width = run >= chains * 8 ? chains : 1;
  const totals = Array.from({ length: width }, () => f.local('v128', initial));
  const [total] = totals as [Local<'v128'>, ...Local<'v128'>[]];
  const step = 4 * width;
  emitReduced(f, reduced, source, (start) => {
    const at = f.local('i32', start);
    const takeFrom = (into: Local<'v128'>, lanes: number, offset: number): void => {
      const x = f.local('v128', loadLanes(at, lanes, offset));
      if (lanes < 4) f.set(x, v128.shuffle(x, absent, firstLanes(lanes)));
      f.set(into, take(into, x, 0));
    };
    if (run >= step) {
      f.for({ from: 0, to: Math.floor(run / step) }, () => {
        totals.forEach((into, chain) => takeFrom(into, 4, chain * vectorBytes));
        f.advance(at, width * vectorBytes);
      });
    }
    for (let rest = run % step, offset = 0; rest > 0; rest -= 4, offset += vectorBytes) {
      takeFrom(total, Math.min(4, rest), offset);
    }
  });
  for (const other of totals.slice(1)) f.set(total, merge(total, other));
  for (const order of [
    [2, 3, 0, 1],
    [1, 0, 3, 2],
  ]) {
    const turned = f.local('v128', v128.shuffle(total, total, bytesOf(order)));
    f.set(total, merge(total, turned));
  }
  return total;
}

/** The bytes of lanes: 0 to 3 of the first vector, 4 to 7 of the second. */
function bytesOf(lanes: readonly number[]): readonly number[] {
  return lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => lane * 4 + byte));
}

/** Some lanes of the first vector, the others of the second. */
function firstLanes(count: number): readonly number[] {
  return bytesOf([0, 1, 2, 3].map((lane) => (lane < count ? lane : lane + 4)));
}
