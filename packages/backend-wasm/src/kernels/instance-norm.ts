import type { Kernel } from '../kernel.js';
import { channelGroups, standardise } from '../normalisation/standardise.js';

export const instanceNorm: Kernel<'instanceNorm'> = standardise<'instanceNorm'>((shape) =>
  channelGroups(shape, shape.at(-1)!),
);
