import { type Dim, dim } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import { channelsFirstOrder } from '../order.js';

const modes = { nearest: 'nearest', bilinear: 'linear', cubic: 'cubic' } as const;

const coordinates = {
  halfPixel: 'half_pixel',
  pytorchHalfPixel: 'pytorch_half_pixel',
  alignCorners: 'align_corners',
  asymmetric: 'asymmetric',
} as const;

const roundings = {
  roundPreferFloor: 'round_prefer_floor',
  roundPreferCeil: 'round_prefer_ceil',
  floor: 'floor',
  ceil: 'ceil',
} as const;

/** `Resize` of the spatial axes. */
export const resize2d: Lowerings<'resize2d'> = {
  resize2d(node) {
    const { size, mode, scales } = node.attributes;
    const [n, h, w, c] = node.shape('x') as [Dim, Dim, Dim, Dim];
    const order = channelsFirstOrder(4);
    const x = node.channelsFirst('x');
    const attributes = {
      mode: modes[mode],
      coordinate_transformation_mode: coordinates[node.attributes.coordinates],
      nearest_mode: mode === 'nearest' ? roundings[node.attributes.nearestRounding] : undefined,
      cubic_coeff_a: mode === 'cubic' ? { float: node.attributes.cubicCoefficient } : undefined,
    };
    const resize = (map: string, outer: readonly [Dim, Dim]): string => {
      const target =
        scales === null
          ? [map, '', '', node.sizes([...outer, ...size])]
          : [map, '', node.model.constants.floats([1, 1, ...scales])];
      return node.add('Resize', target, attributes);
    };
    if (mode !== 'cubic') return { name: resize(x, [n, c]), order };
    // ONNX Runtime moves transposes through Resize, and then has no cubic one for channels last: it
    // cannot move them through this reshape.
    const maps = dim.multiply(n, c);
    const apart = node.reshape(x, [n, c, h, w], [maps, 1, h, w]);
    const resized = resize(apart, [maps, 1]);
    return { name: node.reshape(resized, [maps, 1, ...size], [n, c, ...size]), order };
  },
};
