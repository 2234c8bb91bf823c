import type { Value } from '@separable/core';
import { Unsupported } from '../../unsupported.js';
import type { LayerImport } from '../layer-import.js';
import { type LayerLowerings, ofOne } from './layer-lowering.js';

/** Scale and offset, where the layer has them. */
function affine(layer: LayerImport): { readonly scale?: Value; readonly offset?: Value } {
  return {
    ...(layer.uses('scale') ? { scale: layer.weight('gamma') } : {}),
    ...(layer.uses('center') ? { offset: layer.weight('beta') } : {}),
  };
}

function batchNormalization(layer: LayerImport, x: Value): Value {
  const statistics = {
    mean: layer.weight('moving_mean'),
    variance: layer.weight('moving_variance'),
  };
  const attributes = {
    axis: layer.single('axis', -1),
    epsilon: layer.config.get('epsilon').number(1e-3),
  };
  return layer.g.batchNorm({ x, ...statistics, ...affine(layer) }, attributes, layer.name());
}

function layerNormalization(layer: LayerImport, x: Value): Value {
  const json = layer.config.get('axis');
  const rank = x.shape.length;
  const given = json.isAbsent
    ? [-1]
    : Array.isArray(json.value)
      ? json.integers()
      : [json.integer()];
  const axes = given.map((axis) => (axis < 0 ? axis + rank : axis)).sort((a, b) => a - b);
  const first = rank - axes.length;
  if (axes.some((axis, i) => axis !== first + i)) {
    throw new Unsupported(
      `it normalises over the axes ${given.join(', ')}, which are not the last`,
    );
  }
  const epsilon = layer.config.get('epsilon').number(1e-3);
  return layer.g.layerNorm({ x, ...affine(layer) }, { axis: first, epsilon }, layer.name());
}

/** Layers that normalise, with the statistics of inference. */
export const normalization: LayerLowerings = {
  BatchNormalization: ofOne(batchNormalization),
  BatchNormalizationV1: ofOne(batchNormalization),
  LayerNormalization: ofOne(layerNormalization),
};
