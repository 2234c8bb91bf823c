import type { Elementwise } from '../elementwise/vector-function.js';
import { i32, type Local } from '../encoder/index.js';
import type { EmitSite, Instructions } from '../kernel.js';
import { panelColumns, panelCount, panelRowBytes } from '../tiles/panels.js';
import { tileCycles, tileRows, tilingOf } from '../tiles/tile-rows.js';
import { columnsOfPanel, windowTile } from '../tiles/window-tile.js';
import { emitRowTaps } from './row-taps.js';
import { emitStrip, type RowUnits, rowUnits } from './row-units.js';
import { type Segment, segmentsOf, type WindowGeometry } from './window-geometry.js';

/** A convolution of an NHWC map with packed panels. */
export interface DirectConvolution {
  readonly images: number;
  readonly geometry: WindowGeometry;
  readonly groups: number;
  /** Channels a window sees. */
  readonly depth: number;
  /** Channels of the result, of all groups. */
  readonly outputs: number;
  /** Where results lie: bytes to the first, and from one pixel, row and image to the next. */
  readonly result: {
    readonly start: number;
    readonly pixelStep: number;
    readonly rowStep: number;
    readonly imageStep: number;
  };
  readonly residual: boolean;
  readonly activation: Elementwise | undefined;
  readonly activationKey: string;
  readonly instructions: Instructions;
  readonly threads: number;
}

/** Where the operands of a convolution lie. */
export interface ConvolutionPlace {
  readonly x: number;
  readonly y: number;
  readonly residual: number | undefined;
  readonly panels: number;
}

type Code = Pick<EmitSite<'conv2d'>, 'module' | 'f' | 'unit'>;

/** Strips of rows. */
export function convolutionUnits(plan: DirectConvolution): RowUnits {
  const { images, geometry, groups, depth, outputs, instructions, threads } = plan;
  const { rows, columns } = geometry;
  const isEmpty = outputs === 0 || columns.outputs === 0;
  const panelRows = rows.kernel * columns.kernel * depth;
  const panels = groups * panelCount(outputs / groups);
  const ofRow = segmentsOf(columns).reduce(
    (sum, { from, to }) => sum + tileCycles(to - from, instructions),
    0,
  );
  return rowUnits(
    isEmpty ? 0 : images,
    rows.outputs,
    threads,
    (strip) => panelRows * panels * (strip * ofRow + 1),
  );
}

/**
 * Writes the unit that convolves one strip. There is no copy of the pixels: a tile walks the rows of its
 * windows, and neighbouring taps without dilation are one run. Windows at the sides leave the taps out
 * that see no pixel. Panels are outside, rows inside: a panel stays in the first cache.
 */
export function emitConvolution(
  code: Code,
  plan: DirectConvolution,
  place: ConvolutionPlace,
): void {
  const { f, unit } = code;
  const { geometry, groups, depth, outputs, result } = plan;
  const { rows, columns, channels } = geometry;
  const strip = emitStrip(f, convolutionUnits(plan), unit);
  const imageBytes = rows.size * columns.size * channels * 4;
  const image = f.local('i32', i32.add(i32.mul(strip.image, imageBytes), place.x));
  const base = f.local('i32', i32.add(i32.mul(strip.image, result.imageStep), place.y));
  const width = outputs / groups;
  const panels = panelCount(width);
  const panelBytes = (rows.kernel * columns.kernel * depth + 1) * panelRowBytes;
  const lastWidth = columnsOfPanel(width, panels - 1);
  f.for({ from: 0, to: groups * panels }, (index) => {
    const group = f.local('i32', groups === 1 ? 0 : i32.divU(index, panels));
    const within = f.local('i32', groups === 1 ? index : i32.remU(index, panels));
    const panel = f.local('i32', i32.add(i32.mul(index, panelBytes), place.panels));
    const output = i32.add(i32.mul(group, width), i32.mul(within, panelColumns));
    const pixels = f.local('i32', i32.add(image, i32.mul(group, depth * 4)));
    const results = f.local('i32', i32.add(base, i32.mul(output, 4)));
    f.for({ from: strip.first, to: strip.end }, (row) => {
      const onRow = (count: number): void =>
        emitRow(code, plan, row, { pixels, panel, results, shift: shiftOf(place) }, count);
      if (panels === 1 || lastWidth === panelColumns) onRow(lastWidth);
      else
        f.if(
          i32.ltS(within, panels - 1),
          () => onRow(panelColumns),
          () => onRow(lastWidth),
        );
    });
  });
}

/** Bytes from a result to its residual. */
function shiftOf({ residual, y }: ConvolutionPlace): number {
  return (residual ?? y) - y;
}

interface RowPlace {
  /** The image, from the first channel of the group on. */
  readonly pixels: Local<'i32'>;
  readonly panel: Local<'i32'>;
  /** The image's results, from the first column of the panel on. */
  readonly results: Local<'i32'>;
  readonly shift: number;
}

/** One row of windows times one panel, `width` columns of it. */
function emitRow(
  code: Code,
  plan: DirectConvolution,
  row: Local<'i32'>,
  { pixels, panel, results, shift }: RowPlace,
  width: number,
): void {
  const { f } = code;
  const { geometry, depth, result } = plan;
  const { rows, columns, channels } = geometry;
  const seen = emitRowTaps(f, rows, row);
  const rowBytes = columns.size * channels * 4;
  const source = f.local('i32', i32.add(pixels, i32.mul(seen.pixel, rowBytes)));
  const target = f.local(
    'i32',
    i32.add(i32.add(results, i32.mul(row, result.rowStep)), result.start),
  );
  for (const segment of segmentsOf(columns)) {
    const taps = segment.end - segment.first;
    const skip = isRun(plan) ? taps * depth * 4 : taps * columns.dilation * channels * 4;
    const lead = i32.mul(
      i32.add(i32.mul(seen.first, columns.kernel), segment.first),
      depth * panelRowBytes,
    );
    const call = (height: number, tiles: number, skipped: number): void => {
      const to = i32.add(target, (segment.from + skipped) * result.pixelStep);
      f.call(
        windowTile(code.module, tileOf(plan, height, width)),
        i32.add(source, (firstColumn(columns, segment) + skipped * columns.stride) * channels * 4),
        panel,
        to,
        i32.add(to, shift),
        tiles,
        lead,
        taps === 0 || depth === 0 ? 0 : seen.count,
        taps,
        taps * depth,
        rows.dilation * rowBytes - skip,
        (columns.kernel - taps) * depth * panelRowBytes,
      );
    };
    const count = segment.to - segment.from;
    const { rows: height, full, rest } = tilingOf(count, tileRows(count, plan.instructions));
    if (full > 0) call(height, full, 0);
    if (rest > 0) call(rest, 1, full * height);
  }
}

function tileOf(plan: DirectConvolution, rows: number, columns: number) {
  const { geometry, depth, result, residual, activation, activationKey, instructions } = plan;
  const { stride, dilation } = geometry.columns;
  return {
    rows,
    columns,
    sourceStep: stride * geometry.channels * 4,
    resultStep: result.pixelStep,
    nest: isRun(plan)
      ? ({ kind: 'rows' } as const)
      : ({ kind: 'taps', length: depth, step: dilation * geometry.channels * 4 } as const),
    residual,
    activation,
    activationKey,
    relaxedMadd: instructions.relaxedMadd,
  };
}

/** Whether neighbouring taps see neighbouring floats. */
function isRun({ groups, geometry }: DirectConvolution): boolean {
  return groups === 1 && geometry.columns.dilation === 1;
}

/** The column that the first tap of a segment's first window sees; 0 where there is none. */
function firstColumn(
  { stride, before, dilation }: WindowGeometry['columns'],
  { from, first, end }: Segment,
): number {
  return first === end ? 0 : from * stride - before + first * dilation;
}
