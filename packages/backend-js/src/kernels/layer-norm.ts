import type { Kernel } from '../kernel.js';
import { lanesOf } from '../lanes/lanes.js';
import { standardise } from '../normalisation/standardise.js';

export const layerNorm: Kernel<'layerNorm'> = standardise<'layerNorm'>((shape, { axis }) => {
  const { outer, extent, inner } = lanesOf(shape, axis);
  return { outer, repeats: 1, groups: 1, width: extent * inner };
});
