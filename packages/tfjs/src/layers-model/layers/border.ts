import { dim, type Value } from '@separable/core';
import type { Json } from '../../file/json.js';
import { errorAt } from '../../file/place.js';
import type { LayerImport } from '../layer-import.js';
import { type LayerLowerings, ofOne } from './layer-lowering.js';

/** Pixels before and after each of the axes behind the batch: one number, one an axis, or two an axis. */
function sides(json: Json, axes: number): readonly (readonly [number, number])[] {
  const pair = (entry: Json): readonly [number, number] => {
    if (typeof entry.value === 'number') return [entry.integer(), entry.integer()];
    const [before, after, ...more] = entry.integers();
    if (before === undefined || after === undefined || more.length > 0) {
      throw entry.expected('an integer or two');
    }
    return [before, after];
  };
  if (axes === 1) return [pair(json)];
  if (typeof json.value === 'number') return [pair(json), pair(json)];
  const list = json.list();
  if (list.length !== axes) throw json.expected(`${axes} entries`);
  return list.map(pair);
}

function checkRank(layer: LayerImport, x: Value, axes: number): void {
  if (x.shape.length !== axes + 2) {
    throw errorAt(
      layer.place,
      `the layer reads a value of rank ${axes + 2}, got ${x.shape.length}`,
    );
  }
}

function padded(layer: LayerImport, x: Value, axes: number): Value {
  layer.requireChannelsLast();
  checkRank(layer, x, axes);
  const around = sides(layer.config.get('padding'), axes);
  const before = [0, ...around.map(([first]) => first), 0];
  const after = [0, ...around.map(([, second]) => second), 0];
  return layer.g.pad({ x }, { before, after }, layer.name());
}

function cropped(layer: LayerImport, x: Value, axes: number): Value {
  layer.requireChannelsLast();
  checkRank(layer, x, axes);
  const around = sides(layer.config.get('cropping'), axes);
  const attributes = {
    axes: around.map((_, i) => i + 1),
    starts: around.map(([first]) => first),
    ends: around.map(([, second], i) => dim.subtract(x.shape[i + 1]!, second)),
    steps: around.map(() => 1),
  };
  return layer.g.slice({ x }, attributes, layer.name());
}

/** Layers that add to the border of a map or a sequence, or cut it off. */
export const border: LayerLowerings = {
  ZeroPadding1D: ofOne((layer, x) => padded(layer, x, 1)),
  ZeroPadding2D: ofOne((layer, x) => padded(layer, x, 2)),
  Cropping1D: ofOne((layer, x) => cropped(layer, x, 1)),
  Cropping2D: ofOne((layer, x) => cropped(layer, x, 2)),
};
