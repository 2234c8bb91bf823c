import { exponential } from '../elementwise/exponential.js';
import { logarithm } from '../elementwise/logarithm.js';
import { f32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { extremeOf, sumOf } from '../reduction/folds.js';
import { type Reduction, reductionKernel } from '../reduction/reduction-kernel.js';

/** A finite shift keeps Infinity − Infinity out. */
const greatestFloat = 3.4028234663852886e38;

/** Two passes over x: the greatest elements, then the sums of powers below them. */
export const reduceLogSumExp: Kernel<'reduceLogSumExp'> = reductionKernel(
  'reduceLogSumExp',
  () => reduction,
);

const reduction: Reduction = (site, folder) => {
  const { f, module } = site;
  const shifts = folder(extremeOf('float32', 'max'));
  for (const shift of shifts) {
    const raised = f32x4.pmax(shift, f32x4.splat(-greatestFloat));
    f.set(shift, f32x4.pmin(raised, f32x4.splat(greatestFloat)));
  }
  const sums = folder({
    ...sumOf('float32'),
    absent: f32x4.splat(-Infinity),
    take: (total, x, vector) =>
      f32x4.add(total, exponential(module, f32x4.sub(x, shifts[vector]!))),
  });
  return sums.map((sum, v) => f32x4.add(logarithm(site, sum), shifts[v]!));
};
