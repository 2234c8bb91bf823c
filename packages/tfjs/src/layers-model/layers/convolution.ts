import { tensor, type Value } from '@separable/core';
import { errorAt, quote } from '../../file/place.js';
import { lastAxesSwapped } from '../../tensor/transposed.js';
import { Unsupported } from '../../unsupported.js';
import type { LayerImport } from '../layer-import.js';
import { activated } from './activated.js';
import { type LayerLowerings, ofOne } from './layer-lowering.js';

/** @throws ImportError on anything but `valid` and `same` */
export function paddingOf(layer: LayerImport): 'valid' | 'same' {
  const json = layer.config.get('padding');
  const padding = json.text('valid');
  if (padding === 'valid' || padding === 'same') return padding;
  throw errorAt(json.place, `padding is valid or same, got ${quote(padding)}`);
}

interface Window {
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  readonly padding: 'valid' | 'same';
}

function windowOf(layer: LayerImport): Window {
  layer.requireChannelsLast();
  return {
    strides: layer.pair('strides', [1, 1]),
    dilations: layer.pair('dilation_rate', [1, 1]),
    padding: paddingOf(layer),
  };
}

function biasOf(layer: LayerImport): { readonly bias?: Value } {
  return layer.uses('use_bias') ? { bias: layer.weight('bias') } : {};
}

function conv2d(layer: LayerImport, x: Value): Value {
  const { g } = layer;
  const window = windowOf(layer);
  const groups = layer.config.get('groups').integer(1);
  const filter = layer.weight('kernel');
  if (filter.shape.length !== 4) {
    throw errorAt(layer.place, `its kernel has rank ${filter.shape.length}, a Conv2D needs 4`);
  }
  const y = g.conv2d({ x, filter, ...biasOf(layer) }, { ...window, groups }, layer.name());
  return activated(layer, y);
}

function depthwiseConv2d(layer: LayerImport, x: Value): Value {
  const filter = layer.weight('depthwise_kernel');
  const y = layer.g.depthwiseConv2d({ x, filter, ...biasOf(layer) }, windowOf(layer), layer.name());
  return activated(layer, y);
}

function separableConv2d(layer: LayerImport, x: Value): Value {
  const depthwiseFilter = layer.weight('depthwise_kernel');
  const pointwiseFilter = layer.weight('pointwise_kernel', {
    name: 'flat',
    make(t) {
      const [rows, columns, inputs, outputs] = t.shape;
      if (t.shape.length === 4 && rows === 1 && columns === 1)
        return tensor(t.dtype, [inputs!, outputs!], t.data);
      throw errorAt(layer.place, `its pointwise kernel has the shape [${t.shape.join(', ')}]`);
    },
  });
  const operands = { x, depthwiseFilter, pointwiseFilter, ...biasOf(layer) };
  return activated(layer, layer.g.separableConv2d(operands, windowOf(layer), layer.name()));
}

/** The filter of Keras is `[kh, kw, Cout, Cin]`. */
function conv2dTranspose(layer: LayerImport, x: Value): Value {
  const { strides, dilations, padding } = windowOf(layer);
  if (dilations.some((n) => n !== 1)) throw new Unsupported('its dilation_rate is not 1');
  if (!layer.config.get('output_padding').isAbsent) throw new Unsupported('it has output_padding');
  const kernel = layer.weight('kernel', {
    name: 'transposed',
    make(t) {
      if (t.shape.length === 4) return lastAxesSwapped(t);
      throw errorAt(
        layer.place,
        `its kernel has rank ${t.shape.length}, a Conv2DTranspose needs 4`,
      );
    },
  });
  // A step wider than the kernel leaves pixels behind the last one, which Keras keeps.
  const behind = (axis: 0 | 1): number =>
    padding === 'valid' ? Math.max(0, strides[axis] - (kernel.shape[axis] as number)) : 0;
  const y = layer.g.convTranspose2d(
    { x, filter: kernel, ...biasOf(layer) },
    { strides, padding, outputPadding: [behind(0), behind(1)] },
    layer.name(),
  );
  return activated(layer, y);
}

function conv1d(layer: LayerImport, x: Value): Value {
  layer.requireChannelsLast();
  const filter = layer.weight('kernel');
  const dilation = layer.single('dilation_rate', 1);
  const causal = layer.config.get('padding').text('valid') === 'causal';
  const reach = ((filter.shape[0] as number) - 1) * dilation;
  const y = layer.g.conv1d(
    { x, filter, ...biasOf(layer) },
    {
      stride: layer.single('strides', 1),
      dilation,
      padding: causal ? { left: reach, right: 0 } : paddingOf(layer),
      groups: layer.config.get('groups').integer(1),
    },
    layer.name(),
  );
  return activated(layer, y);
}

/** Layers that slide a filter over a map or a sequence. */
export const convolution: LayerLowerings = {
  Conv1D: ofOne(conv1d),
  Conv2D: ofOne(conv2d),
  Conv2DTranspose: ofOne(conv2dTranspose),
  DepthwiseConv2D: ofOne(depthwiseConv2d),
  SeparableConv2D: ofOne(separableConv2d),
};
