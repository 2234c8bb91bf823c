import { binary } from './binary.js';
import { border } from './border.js';
import { convolution } from './convolution.js';
import { division } from './division.js';
import { filled } from './filled.js';
import { gather } from './gather-nd.js';
import { identity } from './identity.js';
import { image } from './image.js';
import { joining } from './joining.js';
import { normalization } from './normalization.js';
import type { OpLowerings } from './op-lowering.js';
import { pooling } from './pooling.js';
import { reduction } from './reduction.js';
import { shape } from './shape.js';
import { unary } from './unary.js';

/** Every TensorFlow operator that an import knows to lower. */
export const ops: OpLowerings = {
  ...binary,
  ...border,
  ...convolution,
  ...division,
  ...filled,
  ...gather,
  ...identity,
  ...image,
  ...joining,
  ...normalization,
  ...pooling,
  ...reduction,
  ...shape,
  ...unary,
};
