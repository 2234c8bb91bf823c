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
    const x = node.channelsFirst('x');
    const attributes = {
      mode: modes[mode],
      coordinate_transformation_mode: coordinates[node.attributes.coordinates],
      nearest_mode: mode === 'nearest' ? roundings[node.attributes.nearestRounding] : undefined,
      cubic_coeff_a: mode === 'cubic' ? { float: node.attributes.cubicCoefficient } : undefined,
    };
    const inputs =
      scales === null
        ? [x, '', '', node.sizes([node.shape('x')[0]!, node.shape('x')[3]!, ...size])]
        : [x, '', node.model.constants.floats([1, 1, ...scales])];
    return { name: node.add('Resize', inputs, attributes), order: channelsFirstOrder(4) };
  },
};
