import { type DType, type OpName } from '@separable/core';
import { emitBlocks } from '../elements/blocks.js';
import { emitPlaces } from '../elements/places.js';
import { shares } from '../elements/shares.js';
import { firstLanes, mergeLanes } from '../elements/shuffle-lanes.js';
import type { VectorSite } from '../elementwise/vector-function.js';
import { type Expression, type FunctionBuilder, i32, type Local } from '../encoder/index.js';
import type { ConcreteType, EmitSite, Kernel } from '../kernel.js';
import { loadLanes, storeLanes, vectorBytes } from '../tiles/lanes.js';
import { emitReduced, type ReductionNest, reductionNest } from './reduction-nest.js';

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

/**
 * The kernel of a reduction of elements of four bytes.
 *
 * @param fixed the axes to reduce, where they are not an attribute
 */
export function reductionKernel<K extends OpName>(
  op: K,
  choose: (dtype: DType) => Reduction,
  fixed?: readonly number[],
): Kernel<K> {
  return {
    plan({ attributes, operands }) {
      const { x } = operands as unknown as { readonly x: ConcreteType };
      const { axes } = attributes as unknown as { readonly axes: readonly number[] | null };
      const nest = reductionNest(x.shape, fixed ?? axes);
      const blocks = Math.ceil(nest.columns / blockColumns);
      const width = Math.min(nest.columns, blockColumns);
      const work = shares(nest.rows * blocks, nest.count * width, unitElements);
      const emission = { nest, blocks, reduction: choose(x.dtype) };
      return {
        label: `${op}, ${nest.run > 1 ? 'along' : 'across'} 4 lanes`,
        stages: [
          {
            units: work.units,
            emit(site) {
              const { f, unit } = site;
              const { x: from } = site.operands as unknown as { readonly x: number };
              work.emit(f, unit, (block) => emitBlock(emission, site, block, from));
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
  const within = f.local('i32', i32.sub(block, i32.mul(row, blocks)));
  const column = i32.mul(within, blockColumns);
  const kept = nest.kept.map(({ extent, step }) => ({ extent, steps: [step] }));
  const start = emitPlaces(f, kept, row, 1)[0]!;
  const source = f.local('i32', i32.add(i32.shl(i32.add(start, column), 2), from));
  const result = i32.shl(i32.add(i32.mul(row, nest.columns), column), 2);
  const target = f.local('i32', i32.add(result, results[0]!));
  const compute = (columns: number): void => {
    const folder: Folder = (fold) =>
      nest.run === 1
        ? foldColumns(f, nest, source, columns, fold)
        : [foldRun(f, nest, source, fold)];
    reduction({ module, f }, folder, nest.count).forEach((value, v) => {
      const total = f.local('v128', value);
      storeLanes(f, target, total, Math.min(4, columns - v * 4), v * vectorBytes);
    });
  };
  emitBlocks(f, within, nest.columns, blockColumns, compute);
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
      if (lanes < 4) f.set(x, firstLanes(x, absent, lanes));
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
  mergeLanes(f, total, merge);
  return total;
}
