import { type FunctionBuilder, i32, type Local, type ModuleBuilder } from '../encoder/index.js';
import { panelColumns, panelCount, panelRowBytes } from './panels.js';
import { emitProduct, type MatrixProduct, type ProductPlace } from './matrix-product.js';

/** How a product falls into units: strips of rows times groups of panels. */
export interface ProductGrid {
  readonly pixels: number;
  /** Rows of a strip; the last may have fewer. */
  readonly strip: number;
  readonly strips: number;
  /** Panels of a group; the last may have fewer. */
  readonly group: number;
  readonly groups: number;
}

/** Multiply-accumulates of a unit: 20 to 60 microseconds. */
const unitWork = 1_000_000;
/** Bytes of source that stay in the second-level cache while all panels pass. */
const stripBytes = 192 * 1024;
/** Strips are whole numbers of tiles of 4, 5 and 6 rows. */
const stripStep = 60;

/** Cuts a product into units of about equal work: by rows first, by panels where rows are few. */
export function gridOf(pixels: number, depth: number, columns: number): ProductGrid {
  const panels = panelCount(columns);
  const perRow = Math.max(1, depth * columns);
  const byWork = Math.max(1, Math.floor(unitWork / perRow));
  const byCache = Math.max(1, Math.floor(stripBytes / Math.max(4, depth * 4)));
  const wanted = Math.min(byCache, Math.max(byWork, stripStep));
  const rounded = wanted >= stripStep ? wanted - (wanted % stripStep) : wanted;
  const strip = Math.max(1, Math.min(pixels, rounded));
  const strips = pixels === 0 ? 0 : Math.ceil(pixels / strip);
  const perPanel = strip * depth * panelColumns;
  const group = Math.max(1, Math.min(panels, Math.round(unitWork / Math.max(1, perPanel))));
  return { pixels, strip, strips, group, groups: Math.ceil(panels / group) };
}

/** Units of a grid. */
export function unitsOf({ strips, groups }: ProductGrid): number {
  return strips * groups;
}

/** Writes the unit that multiplies one strip with one group of panels. */
export function emitGridUnit(
  module: ModuleBuilder,
  f: FunctionBuilder,
  unit: Local<'i32'>,
  product: MatrixProduct,
  grid: ProductGrid,
  place: ProductPlace,
): void {
  const { pixels, strip, strips, group, groups } = grid;
  const panels = panelCount(product.columns);
  const stripIndex = f.local('i32', groups === 1 ? unit : i32.divU(unit, groups));
  const first = f.local('i32');
  const end = f.local('i32', panels);
  if (groups > 1) {
    f.set(first, i32.mul(i32.remU(unit, groups), group));
    f.set(end, i32.add(first, group));
    f.if(i32.gtS(end, panels), () => f.set(end, panels));
  }
  const at = (base: ProductPlace['source'], step: number) =>
    f.local('i32', i32.add(base, i32.mul(stripIndex, strip * step)));
  const here: ProductPlace = {
    panels: place.panels,
    source: at(place.source, product.sourceStep),
    result: at(place.result, product.resultStep),
    residual: at(place.residual, product.resultStep),
  };
  const last = pixels - (strips - 1) * strip;
  const multiply = (rows: number): void =>
    emitProduct(module, f, product, rows, here, { first, end });
  if (last === strip) multiply(strip);
  else if (strips === 1) multiply(last);
  else
    f.if(
      i32.ltS(stripIndex, strips - 1),
      () => multiply(strip),
      () => multiply(last),
    );
}

/** Bytes of the panels of a matrix. */
export function panelsBytes(depth: number, columns: number): number {
  return panelCount(columns) * (depth + 1) * panelRowBytes;
}
