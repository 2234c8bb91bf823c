import { resolveAxis, sizeOf } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { standardise } from '../normalisation/standardise.js';

export const layerNorm: Kernel<'layerNorm'> = standardise<'layerNorm'>((shape, { axis }) => {
  const first = resolveAxis(axis, shape.length);
  const [outer, width] = [sizeOf(shape.slice(0, first)), sizeOf(shape.slice(first))];
  return { outer, repeats: 1, groups: 1, width };
});
