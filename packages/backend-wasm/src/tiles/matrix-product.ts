import type { Elementwise } from '../elementwise/vector-function.js';
import { type FunctionBuilder, i32, type ModuleBuilder, type Operand } from '../encoder/index.js';
import type { Instructions } from '../kernel.js';
import { panelColumns, panelCount, panelRowBytes } from './panels.js';
import { tileRows, tilingOf } from './tile-rows.js';
import { columnsOfPanel, windowTile } from './window-tile.js';

/** A product of `pixels` rows of `depth` floats with packed panels. */
export interface MatrixProduct {
  readonly depth: number;
  readonly columns: number;
  /** Bytes from one row of the source to the next. */
  readonly sourceStep: number;
  readonly resultStep: number;
  readonly residual: boolean;
  readonly activation: Elementwise | undefined;
  readonly activationKey: string;
  readonly instructions: Instructions;
}

/** Where a product's operands lie; the residual is ignored without one. */
export interface ProductPlace {
  readonly source: Operand<'i32'>;
  readonly panels: Operand<'i32'>;
  readonly result: Operand<'i32'>;
  readonly residual: Operand<'i32'>;
}

/** Writes the code that multiplies a known number of rows with panels `first` to `end`. */
export function emitProduct(
  module: ModuleBuilder,
  f: FunctionBuilder,
  product: MatrixProduct,
  pixels: number,
  place: ProductPlace,
  panels: { readonly first: Operand<'i32'>; readonly end: Operand<'i32'> },
): void {
  const { depth, columns, sourceStep, resultStep } = product;
  if (pixels === 0 || columns === 0) return;
  const rows = tileRows(pixels, product.instructions);
  const { full, rest } = tilingOf(pixels, rows);
  const count = panelCount(columns);
  const lastColumns = columnsOfPanel(columns, count - 1);
  const tileOf = (height: number, width: number) =>
    windowTile(module, {
      rows: height,
      columns: width,
      sourceStep,
      resultStep,
      nest: { kind: 'run', length: depth },
      residual: product.residual,
      activation: product.activation,
      activationKey: product.activationKey,
      relaxedMadd: product.instructions.relaxedMadd,
    });
  const onPanel = (panel: Operand<'i32'>, width: number): void => {
    const weights = i32.add(place.panels, i32.mul(panel, (depth + 1) * panelRowBytes));
    const column = i32.mul(panel, panelColumns * 4);
    const call = (height: number, tiles: number, firstPixel: number): void => {
      f.call(
        tileOf(height, width),
        i32.add(place.source, firstPixel * sourceStep),
        weights,
        i32.add(i32.add(place.result, column), firstPixel * resultStep),
        i32.add(i32.add(place.residual, column), firstPixel * resultStep),
        tiles,
        0,
        0,
        0,
        0,
        0,
        0,
      );
    };
    if (full > 0) call(rows, full, 0);
    if (rest > 0) call(rest, 1, full * rows);
  };
  if (lastColumns === panelColumns) {
    f.for({ from: panels.first, to: panels.end }, (panel) => onPanel(panel, panelColumns));
    return;
  }
  f.for({ from: panels.first, to: panels.end }, (panel) => {
    f.if(
      i32.ltS(panel, count - 1),
      () => onPanel(panel, panelColumns),
      () => onPanel(panel, lastColumns),
    );
  });
}
