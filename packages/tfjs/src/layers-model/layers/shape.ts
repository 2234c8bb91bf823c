import { type Dim, dim, type Value } from '@separable/core';
import { errorAt, quote } from '../../file/place.js';
import type { LayerImport } from '../layer-import.js';
import { type LayerLowerings, ofOne } from './layer-lowering.js';

function resized(layer: LayerImport, x: Value): Value {
  layer.requireChannelsLast();
  const factors = layer.pair('size', [2, 2]);
  const json = layer.config.get('interpolation');
  const mode = json.text('nearest');
  if (mode !== 'nearest' && mode !== 'bilinear') {
    throw errorAt(json.place, `interpolation is nearest or bilinear, got ${quote(mode)}`);
  }
  if (x.shape.length !== 4) throw errorAt(layer.place, 'the layer reads a map of rank 4');
  const size = factors.map((factor, i) => dim.multiply(x.shape[i + 1]!, factor));
  // TensorFlow.js resizes without half pixels here, where Python has them.
  const attributes = { size, mode, coordinates: 'asymmetric', nearestRounding: 'floor' } as const;
  return layer.g.resize2d({ x }, attributes, layer.name());
}

/** Layers that put the elements of their input into another shape. */
export const shape: LayerLowerings = {
  Flatten: ofOne((layer, x) => {
    layer.requireChannelsLast();
    return layer.g.flatten({ x }, { axis: 1 }, layer.name());
  }),
  Reshape: ofOne((layer, x) => {
    const target: readonly Dim[] = layer.config
      .get('target_shape')
      .list()
      .map((json) => (json.isAbsent ? -1 : json.integer()));
    return layer.g.reshape({ x }, { shape: [x.shape[0]!, ...target] }, layer.name());
  }),
  Permute: ofOne((layer, x) => {
    const permutation = [0, ...layer.config.get('dims').integers()];
    return layer.g.transpose({ x }, { permutation }, layer.name());
  }),
  RepeatVector: ofOne((layer, x) => {
    const [batch, channels] = x.shape;
    if (x.shape.length !== 2) throw errorAt(layer.place, 'the layer reads a value of rank 2');
    const wide = layer.g.expandDims({ x }, { axes: [1] }, layer.name('step'));
    const repeats = layer.config.get('n').integer();
    return layer.g.expand({ x: wide }, { shape: [batch!, repeats, channels!] }, layer.name());
  }),
  UpSampling2D: ofOne(resized),
};
