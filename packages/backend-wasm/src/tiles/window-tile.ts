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
import { floatBytes, loadLanes, storeLanes, vectorBytes } from './lanes.js';
import { panelColumns, panelRowBytes } from './panels.js';

/**
 * How a tile's sum runs over the pixels under a window.
 *
 * - `run`: over one run of floats, its length known: a matrix product;
 * - `rows`: over rows of the window, each one run of neighbouring pixels;
 * - `taps`: over rows and taps of known length, for dilations and groups.
 */
export type Nest =
  | { readonly kind: 'run'; readonly length: number }
  | { readonly kind: 'rows' }
  | { readonly kind: 'taps'; readonly length: number; readonly step: number };

/** What makes one tile's code different from another's. */
export interface WindowTile {
  /** Pixels computed at once. */
  readonly rows: number;
  /** Columns stored, 1 to {@link panelColumns}. */
  readonly columns: number;
  /** Bytes from a pixel's window to the next one's. */
  readonly sourceStep: number;
  /** Bytes from a pixel's results to the next one's. */
  readonly resultStep: number;
  readonly nest: Nest;
  readonly residual: boolean;
  readonly activation: Elementwise | undefined;
  /** Tells activations apart. */
  readonly activationKey: string;
  readonly relaxedMadd: boolean;
}

/**
 * Operands of a tile function: first window, panel, first result, first residual, how many tiles, then
 * what `rows` and `taps` need: bytes of the panel to skip ahead of the first tap, rows of the window,
 * taps of a row, floats of a run, and bytes to skip in source and panel behind a row.
 */
const params = [
  'i32',
  'i32',
  'i32',
  'i32',
  'i32',
  'i32',
  'i32',
  'i32',
  'i32',
  'i32',
  'i32',
] as const;

export type WindowTileRef = FunctionRef<typeof params, undefined>;

/**
 * The micro-kernel of every convolution and product: for `tiles` tiles in a row, the sums of `rows`
 * pixels times one panel of weights in registers, plus bias, residual and activation. Everything that
 * can be an immediate is one: one pointer walks all pixels of a tile.
 *
 * Source: Goto & van de Geijn, "Anatomy of high-performance matrix multiplication" (2008).
 */
export function windowTile(module: ModuleBuilder, tile: WindowTile): WindowTileRef {
  const { activation: _, ...key } = tile;
  return module.once(`window ${JSON.stringify(key)}`, () =>
    module.define(params, (f, a, b, c, r, tiles, lead, ...counts) => {
      const source = f.local('i32');
      const panel = f.local('i32');
      f.while(i32.gtS(tiles, 0), () => {
        f.set(source, a);
        f.set(panel, b);
        const sums = startSums(f, tile, panel);
        f.advance(panel, tile.nest.kind === 'run' ? panelRowBytes : i32.add(lead, panelRowBytes));
        accumulate(f, tile, sums, source, panel, counts);
        finishSums({ module, f }, tile, sums, c, r);
        f.advance(a, tile.rows * tile.sourceStep);
        f.advance(c, tile.rows * tile.resultStep);
        f.advance(r, tile.rows * tile.resultStep);
        f.advance(tiles, -1);
      });
    }),
  );
}

type Sums = readonly (readonly Local<'v128'>[])[];

/** Sums start from the bias, the first row of a panel. */
function startSums(f: FunctionBuilder, { rows, columns }: WindowTile, panel: Local<'i32'>): Sums {
  const vectors = columns > 4 ? 2 : 1;
  return Array.from({ length: rows }, () =>
    Array.from({ length: vectors }, (_, v) => f.local('v128', v128.load(panel, v * vectorBytes))),
  );
}

function accumulate(
  f: FunctionBuilder,
  tile: WindowTile,
  sums: Sums,
  source: Local<'i32'>,
  panel: Local<'i32'>,
  counts: readonly Local<'i32'>[],
): void {
  const { nest } = tile;
  const [windowRows, taps, run, sourceSkip, panelSkip] = counts as [
    Local<'i32'>,
    Local<'i32'>,
    Local<'i32'>,
    Local<'i32'>,
    Local<'i32'>,
  ];
  const end = f.local('i32');
  const products = (): void => {
    f.repeat(() => {
      step(f, tile, sums, source, panel);
      f.advance(source, floatBytes);
      f.advance(panel, panelRowBytes);
      return i32.ne(source, end);
    });
  };
  if (nest.kind === 'run') {
    if (nest.length === 0) return;
    f.set(end, i32.add(source, nest.length * floatBytes));
    products();
    return;
  }
  const row = f.local('i32', windowRows);
  f.while(i32.gtS(row, 0), () => {
    if (nest.kind === 'rows') {
      f.set(end, i32.add(source, i32.mul(run, floatBytes)));
      products();
    } else {
      const tap = f.local('i32', taps);
      f.repeat(() => {
        f.set(end, i32.add(source, nest.length * floatBytes));
        products();
        f.advance(source, nest.step - nest.length * floatBytes);
        f.advance(tap, -1);
        return tap;
      });
    }
    f.advance(source, sourceSkip);
    f.advance(panel, panelSkip);
    f.advance(row, -1);
  });
}

/** One float of each pixel times one row of the panel. */
function step(
  f: FunctionBuilder,
  { sourceStep, relaxedMadd }: WindowTile,
  sums: Sums,
  source: Local<'i32'>,
  panel: Local<'i32'>,
): void {
  const weights = sums[0]!.map((_, v) => f.local('v128', v128.load(panel, v * vectorBytes)));
  sums.forEach((row, pixel) => {
    const x = f.local('v128', v128.load32Splat(source, pixel * sourceStep));
    row.forEach((sum, v) => {
      const weight = weights[v]!;
      f.set(
        sum,
        relaxedMadd ? f32x4.relaxedMadd(x, weight, sum) : f32x4.add(sum, f32x4.mul(x, weight)),
      );
    });
  });
}

function finishSums(
  site: { readonly module: ModuleBuilder; readonly f: FunctionBuilder },
  { columns, resultStep, residual, activation }: WindowTile,
  sums: Sums,
  c: Local<'i32'>,
  r: Local<'i32'>,
): void {
  const { f } = site;
  sums.forEach((row, pixel) => {
    row.forEach((sum, v) => {
      const lanes = Math.min(4, columns - v * 4);
      const offset = pixel * resultStep + v * vectorBytes;
      if (residual) f.set(sum, f32x4.add(sum, loadLanes(r, lanes, offset)));
      if (activation !== undefined) f.set(sum, activation.apply(site, sum));
      storeLanes(f, c, sum, lanes, offset);
    });
  });
}

/** Columns of panel `panel` of a matrix with `columns` columns. */
export function columnsOfPanel(columns: number, panel: number): number {
  return Math.min(panelColumns, columns - panel * panelColumns);
}
