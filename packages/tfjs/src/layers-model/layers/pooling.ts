import type { Value } from '@separable/core';
import type { LayerImport } from '../layer-import.js';
import { paddingOf } from './convolution.js';
import { type LayerLowering, type LayerLowerings, ofOne } from './layer-lowering.js';

function pool2d(op: 'maxPool2d' | 'averagePool2d'): LayerLowering {
  return ofOne((layer, x) => {
    layer.requireChannelsLast();
    const kernel = layer.pair('pool_size', [2, 2]);
    const attributes = {
      kernel,
      strides: layer.pair('strides', kernel),
      padding: paddingOf(layer),
    };
    return layer.g[op]({ x }, attributes, layer.name());
  });
}

/** A pool over a sequence `[N, T, C]` is one over a map of one row. */
function pool1d(op: 'maxPool2d' | 'averagePool2d'): LayerLowering {
  return ofOne((layer, x) => {
    layer.requireChannelsLast();
    const size = layer.single('pool_size', 2);
    const stride = layer.config.get('strides').isAbsent ? size : layer.single('strides');
    const attributes = {
      kernel: [1, size],
      strides: [1, stride],
      padding: paddingOf(layer),
    } as const;
    const row = layer.g.expandDims({ x }, { axes: [1] }, layer.name('row'));
    const y = layer.g[op]({ x: row }, attributes, layer.name('pool'));
    return layer.g.squeeze({ x: y }, { axes: [1] }, layer.name());
  });
}

function global(
  compute: (layer: LayerImport, x: Value, keepDims: boolean) => Value,
): LayerLowering {
  return ofOne((layer, x) => {
    layer.requireChannelsLast();
    return compute(layer, x, layer.config.get('keepdims').flag(false));
  });
}

/** Layers that keep one number of each window, or of each channel. */
export const pooling: LayerLowerings = {
  MaxPooling1D: pool1d('maxPool2d'),
  AveragePooling1D: pool1d('averagePool2d'),
  MaxPooling2D: pool2d('maxPool2d'),
  AveragePooling2D: pool2d('averagePool2d'),
  GlobalAveragePooling1D: global((layer, x, keepDims) =>
    layer.g.reduceMean({ x }, { axes: [1], keepDims }, layer.name()),
  ),
  GlobalMaxPooling1D: global((layer, x, keepDims) =>
    layer.g.reduceMax({ x }, { axes: [1], keepDims }, layer.name()),
  ),
  GlobalAveragePooling2D: global((layer, x, keepDims) =>
    layer.g.globalAveragePool2d({ x }, { keepDims }, layer.name()),
  ),
  GlobalMaxPooling2D: global((layer, x, keepDims) =>
    layer.g.globalMaxPool2d({ x }, { keepDims }, layer.name()),
  ),
};
