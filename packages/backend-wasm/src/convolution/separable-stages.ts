import { emitBlocks } from '../elements/blocks.js';
import { i32, type Local } from '../encoder/index.js';
import type { StagePlan } from '../kernel.js';
import { emitProduct, type MatrixProduct } from '../tiles/matrix-product.js';
import { emitGridUnit, gridOf, panelsBytes, unitsOf } from '../tiles/matrix-stage.js';
import { panelCount } from '../tiles/panels.js';
import { tileCycles, tileRows } from '../tiles/tile-rows.js';
import { depthwiseCycles, type DepthwisePlan } from './depthwise-row.js';
import { depthwiseUnits, emitDepthwiseStrip, emitStripStart } from './depthwise-stage.js';
import { rowUnits, type Strip } from './row-units.js';

/** A depthwise convolution and the product behind it. */
export interface SeparablePlan {
  readonly depthwise: DepthwisePlan;
  readonly product: MatrixProduct;
  readonly threads: number;
  /** Bytes from the depthwise weights to the panels. */
  readonly panelsAt: number;
}

/** A way to run a separable convolution, with the cycles it should take. */
interface Way {
  readonly cycles: number;
  readonly plan: Pick<
    StagePlan<'separableConv2d'>,
    'label' | 'threadScratch' | 'scratch' | 'stages'
  >;
}

/** Bytes of the depthwise result that a strip may hold: it stays in the second-level cache. */
const stripBytes = 128 * 1024;
/** What is larger than this has left the second-level cache when it is wanted again. */
const cacheBytes = 512 * 1024;
/** Bytes that come from beyond it in a cycle. */
const streamRate = 8;

/** Cycles that `bytes` of traffic cost when they go through a piece of memory of a size. */
function streaming(bytes: number, size: number): number {
  return size > cacheBytes ? bytes / streamRate : 0;
}

/** Strip by strip: the depthwise result of a strip stays in cache until it has been multiplied. */
export function inStrips({ depthwise, product, threads, panelsAt }: SeparablePlan): Way {
  const { geometry, images, pixels } = depthwise;
  const { rows, columns } = geometry;
  const { depth, instructions, resultStep } = product;
  const rowBytes = columns.outputs * depth * 4;
  const panels = panelCount(product.columns);
  const units = rowUnits(
    panels * columns.outputs === 0 ? 0 : images,
    rows.outputs,
    threads,
    (strip) =>
      strip * depthwiseCycles(geometry) +
      depth * panels * (tileCycles(strip * columns.outputs, instructions) + 1),
    Math.floor(stripBytes / Math.max(1, rowBytes)),
  );
  const weightBytes = panelsBytes(depth, product.columns);
  const height = tileRows(units.strip * columns.outputs, instructions);
  return {
    cycles: units.cycles + streaming(images * units.strips * weightBytes, weightBytes) / threads,
    plan: {
      label: `separable, strips of ${units.strip} rows, ${pixels} pixels, ${height}×8 tiles`,
      threadScratch: units.strip * rowBytes,
      stages: [
        {
          units: units.images * units.strips,
          emit({ module, f, unit, threadScratch, operands: { x }, residual, results, packed }) {
            const y = results[0]!;
            const resultOf = (): Local<'i32'> => threadScratch;
            const place = { x, weights: packed, resultOf };
            const strip = emitDepthwiseStrip(module, f, unit, depthwise, units, place);
            const result = emitStripStart(f, depthwise, strip, resultStep, y);
            const operands = {
              source: threadScratch,
              panels: packed + panelsAt,
              result,
              residual: i32.add(result, (residual ?? y) - y),
            };
            const index = f.local('i32', i32.remU(unit, units.strips));
            emitBlocks(f, index, rows.outputs, units.strip, (count) =>
              emitProduct(module, f, product, count * columns.outputs, operands, {
                first: 0,
                end: panels,
              }),
            );
          },
        },
      ],
    },
  };
}

/** One after the other: large weights are read once, but the whole depthwise result is stored. */
export function inTwoStages({ depthwise, product, threads, panelsAt }: SeparablePlan): Way {
  const { geometry, images, instructions, pixels } = depthwise;
  const { rows, columns } = geometry;
  const { depth } = product;
  const units = depthwiseUnits(depthwise, threads);
  const all = images * rows.outputs * columns.outputs;
  const grid = gridOf(all, depth, product.columns, { instructions, threads });
  const bytes = all * depth * 4;
  return {
    cycles: units.cycles + grid.cycles + streaming(2 * bytes, bytes) / threads,
    plan: {
      label: `separable in two stages, ${pixels} pixels, ${tileRows(grid.strip, instructions)}×8 tiles`,
      scratch: bytes,
      stages: [
        {
          units: units.images * units.strips,
          emit({ module, f, unit, operands: { x }, scratch, packed }) {
            const resultOf = (strip: Strip): Local<'i32'> =>
              emitStripStart(f, depthwise, strip, depth * 4, scratch);
            const place = { x, weights: packed, resultOf };
            emitDepthwiseStrip(module, f, unit, depthwise, units, place);
          },
        },
        {
          units: unitsOf(grid),
          emit({ module, f, unit, residual, results: [y], scratch, packed }) {
            emitGridUnit(module, f, unit, product, grid, {
              source: scratch,
              panels: packed + panelsAt,
              result: y!,
              residual: residual ?? 0,
            });
          },
        },
      ],
    },
  };
}
