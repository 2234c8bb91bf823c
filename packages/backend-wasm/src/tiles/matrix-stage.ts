import { type FunctionBuilder, i32, type Local, type ModuleBuilder } from '../encoder/index.js';
import { panelCount, panelRowBytes } from './panels.js';
import type { Instructions } from '../kernel.js';
import { emitProduct, type MatrixProduct, type ProductPlace } from './matrix-product.js';
import { cyclesTogether } from './share.js';
import { tileCycles } from './tile-rows.js';

/** How a product falls into units: strips of rows times groups of panels. */
export interface ProductGrid {
  readonly pixels: number;
  /** Rows of a strip; the last may have fewer. */
  readonly strip: number;
  readonly strips: number;
  /** Panels of a group; the last may have fewer. */
  readonly group: number;
  readonly groups: number;
  /** Until all is done, as planned. */
  readonly cycles: number;
}

/** Bytes of source that stay in the second-level cache while all panels pass. */
const stripBytes = 192 * 1024;
/** Rows that a strip has at least, where there are so many: fewer do not pay for loading the panels. */
const leastStrip = 32;
/** Strips and groups of panels that are tried. */
const [mostStrips, mostGroups] = [64, 16];

/** Who multiplies. */
export interface Workforce {
  readonly instructions: Instructions;
  readonly threads: number;
}

/** Cuts a product into units so that the threads are done soonest. */
export function gridOf(
  pixels: number,
  depth: number,
  columns: number,
  { instructions, threads }: Workforce,
): ProductGrid {
  const panels = panelCount(columns);
  if (pixels === 0 || panels === 0) {
    return { pixels, strip: 1, strips: 0, group: 1, groups: panels, cycles: 0 };
  }
  const cached = Math.max(leastStrip, Math.floor(stripBytes / Math.max(4, depth * 4)));
  const least = Math.ceil(pixels / cached);
  let best: ProductGrid | undefined;
  let fewest = Infinity;
  for (let count = least; count < least + mostStrips; count++) {
    const strip = Math.min(pixels, Math.ceil(pixels / count / 4) * 4);
    if (count > least && strip < leastStrip) break;
    const strips = Math.ceil(pixels / strip);
    for (let wanted = 1; wanted <= Math.min(panels, mostGroups); wanted++) {
      const group = Math.ceil(panels / wanted);
      const groups = Math.ceil(panels / group);
      // A panel comes from the second-level cache once a strip, a row of it in a cycle.
      const cycles = depth * group * (tileCycles(strip, instructions) + 1);
      const together = cyclesTogether(strips * groups, threads, cycles);
      if (together < fewest) {
        fewest = together;
        best = { pixels, strip, strips, group, groups, cycles: together };
      }
    }
  }
  return best!;
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
