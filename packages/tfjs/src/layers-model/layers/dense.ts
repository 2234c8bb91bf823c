import type { Value } from '@separable/core';
import type { LayerImport } from '../layer-import.js';
import { activated } from './activated.js';
import { type LayerLowerings, ofOne } from './layer-lowering.js';

function denseLayer(layer: LayerImport, x: Value): Value {
  const bias = layer.uses('use_bias') ? { bias: layer.weight('bias') } : {};
  const y = layer.g.dense({ x, filter: layer.weight('kernel'), ...bias }, {}, layer.name());
  return activated(layer, y);
}

/** Layers that mix the last axis, and the table that turns numbers of words into vectors. */
export const dense: LayerLowerings = {
  Dense: ofOne(denseLayer),
  Embedding: ofOne((layer, x) => {
    const { g } = layer;
    const indices = x.dtype === 'int32' ? x : g.cast({ x }, { to: 'int32' }, layer.name('indices'));
    return g.gather({ x: layer.weight('embeddings'), indices }, { axis: 0 }, layer.name());
  }),
};
