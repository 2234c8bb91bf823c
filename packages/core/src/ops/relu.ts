import { numeric } from '../op/definition.js';
import { unary, type UnaryOp } from '../op/unary.js';

/**
 * `max(x, 0)`, NaN where x is NaN.
 *
 * Source: Nair & Hinton, "Rectified linear units improve restricted Boltzmann machines" (2010).
 */
export const relu: UnaryOp = unary({ name: 'relu', dtypes: numeric, sets: ['activation'] });
