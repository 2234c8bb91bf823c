import type { Lowerings } from '../lowering.js';

const ranges = {
  float32: [-Infinity, Infinity],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint8: [0, 255],
  bool: [0, 1],
} as const;

/** `Clip`, with bounds as initialisers so that ONNX Runtime takes it into the convolution before it. */
export const clip: Lowerings<'clip' | 'relu6'> = {
  clip(node) {
    const { dtype } = node;
    const [least, greatest] = ranges[dtype];
    const bound = (value: number | null): string =>
      value === null
        ? ''
        : node.model.constants.scalar(dtype, Math.min(Math.max(value, least), greatest));
    const { name, order } = node.home('x');
    const { min, max } = node.attributes;
    if (min === null && max === null) return { name, order };
    const bounds = max === null ? [bound(min)] : [bound(min), bound(max)];
    return { name: node.add('Clip', [name, ...bounds]), order };
  },
  relu6: (node) => node.as('clip', { x: node.value('x') }, { min: 0, max: 6 }),
};
