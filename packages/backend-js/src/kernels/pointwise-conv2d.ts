import { refuseActivation } from '../elementwise/activate.js';
import type { Kernel } from '../kernel.js';
import { denseKernel } from '../matrix/dense-kernel.js';

/** A matrix product of pixels and filter, by packed panels. */
export const pointwiseConv2d: Kernel<'pointwiseConv2d'> = {
  refuse: ({ attributes }) => refuseActivation(attributes.activation),
  prepare: (site) => ({ ...denseKernel(site), label: 'pointwise, packed 4×4' }),
};
