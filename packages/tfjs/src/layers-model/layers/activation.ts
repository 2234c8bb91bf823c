import { scalar, type Value } from '@separable/core';
import { errorAt } from '../../file/place.js';
import type { LayerImport } from '../layer-import.js';
import { activated } from './activated.js';
import { type LayerLowerings, ofOne } from './layer-lowering.js';

/** A setting that has had two names. */
function either(layer: LayerImport, first: string, second: string, fallback: number): number {
  const json = layer.config.get(first);
  return (json.isAbsent ? layer.config.get(second) : json).number(fallback);
}

/**
 * `ReLU`: `min(x, max_value)` from the threshold up, `negative_slope · (x − threshold)` below it.
 */
function rectified(layer: LayerImport, x: Value): Value {
  const { g, config } = layer;
  const limit = config.get('max_value');
  const max = limit.isAbsent ? null : limit.number();
  const slope = config.get('negative_slope').number(0);
  const threshold = config.get('threshold').number(0);
  if (slope === 0 && threshold === 0) {
    if (max === null) return g.relu({ x }, {}, layer.name());
    return max === 6
      ? g.relu6({ x }, {}, layer.name())
      : g.clip({ x }, { min: 0, max }, layer.name());
  }
  const at = g.constant(layer.name('threshold'), scalar('float32', threshold));
  const factor = g.constant(layer.name('slope'), scalar('float32', slope));
  const line = g.mul({ a: g.sub({ a: x, b: at }), b: factor });
  const y = g.where({ condition: g.greaterOrEqual({ a: x, b: at }), a: x, b: line });
  return max === null ? y : g.clip({ x: y }, { max }, layer.name());
}

/** Layers that are an elementwise function of their input, and softmax. */
export const activation: LayerLowerings = {
  Activation: ofOne(activated),
  ReLU: ofOne(rectified),
  LeakyReLU: ofOne((layer, x) =>
    layer.g.leakyRelu(
      { x },
      { alpha: either(layer, 'negative_slope', 'alpha', 0.3) },
      layer.name(),
    ),
  ),
  ELU: ofOne((layer, x) =>
    layer.g.elu({ x }, { alpha: layer.config.get('alpha').number(1) }, layer.name()),
  ),
  PReLU: ofOne((layer, x) => layer.g.prelu({ x, slope: layer.weight('alpha') }, {}, layer.name())),
  ThresholdedReLU: ofOne((layer, x) =>
    layer.g.thresholdedRelu({ x }, { alpha: layer.config.get('theta').number(1) }, layer.name()),
  ),
  Softmax: ofOne((layer, x) => {
    const axis = layer.single('axis', -1);
    return layer.g.softmax({ x }, { axis }, layer.name());
  }),
  Rescaling: ofOne((layer, x) => {
    const { g, config } = layer;
    const number = (key: string, fallback: number): Value => {
      const value = config.get(key);
      if (Array.isArray(value.value))
        throw errorAt(value.place, 'expected one number for all channels');
      return g.constant(layer.name(key), scalar('float32', value.number(fallback)));
    };
    const scaled = g.mul({ a: x, b: number('scale', 1) }, {}, layer.name('scaled'));
    return g.add({ a: scaled, b: number('offset', 0) }, {}, layer.name());
  }),
};
