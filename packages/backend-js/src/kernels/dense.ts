import { refuseActivation } from '../elementwise/activate.js';
import type { Kernel } from '../kernel.js';
import { denseKernel } from '../matrix/dense-kernel.js';

/** A matrix product of samples and filter, by packed panels. */
export const dense: Kernel<'dense'> = {
  refuse: ({ attributes }) => refuseActivation(attributes.activation),
  prepare: (site) => ({ ...denseKernel(site), label: 'dense, packed 4×4' }),
};
