import type { Kernel } from '../kernel.js';
import { channelGroups, standardise } from '../normalisation/standardise.js';

export const groupNorm: Kernel<'groupNorm'> = standardise<'groupNorm'>((shape, { groups }) =>
  channelGroups(shape, groups),
);
