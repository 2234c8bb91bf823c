import { activation } from './activation.js';
import { border } from './border.js';
import { convolution } from './convolution.js';
import { dense } from './dense.js';
import { identity } from './identity.js';
import type { LayerLowerings } from './layer-lowering.js';
import { merge } from './merge.js';
import { normalization } from './normalization.js';
import { pooling } from './pooling.js';
import { shape } from './shape.js';

/** Every layer that an import knows to lower. */
export const layers: LayerLowerings = {
  ...activation,
  ...border,
  ...convolution,
  ...dense,
  ...identity,
  ...merge,
  ...normalization,
  ...pooling,
  ...shape,
};
