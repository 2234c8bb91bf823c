import { numeric } from '../op/definition.js';
import { activationOp, type UnaryOp } from '../op/unary.js';

/**
 * `min(max(x, 0), 6)`, NaN where x is NaN.
 *
 * Source: Howard et al., "MobileNets" (2017); Krizhevsky, "Convolutional deep belief networks on
 * CIFAR-10" (2010).
 */
export const relu6: UnaryOp = activationOp({
  name: 'relu6',
  dtypes: numeric,
  decompose: (g, { x }) => [g.clip({ x }, { min: 0, max: 6 })],
});
