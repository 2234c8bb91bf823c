import type { AttributeValue } from '@separable/core';
import { type Expression, f32x4, v128 } from '../encoder/index.js';
import type { Elementwise, VectorFunction, VectorSite } from './vector-function.js';
import { exponential } from './exponential.js';
import { perLane } from './per-lane.js';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** `min(max(x, low), high)` that keeps NaN. */
function clamp(x: Expression<'v128'>, low: number, high: number): Expression<'v128'> {
  const raised = low === -Infinity ? x : f32x4.pmax(x, f32x4.splat(low));
  return high === Infinity ? raised : f32x4.pmin(raised, f32x4.splat(high));
}

/** `1 / (1 + exp(−x))`. */
function logistic({ module }: VectorSite, x: Expression<'v128'>): Expression<'v128'> {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exponential(module, f32x4.neg(x))));
}

const simple = (apply: VectorFunction) => (): Elementwise => ({ apply });
const ofMath = (name: string) => (): Elementwise => ({
  apply: perLane(name),
  math: { [name]: 1 },
});
const numberOf = (value: AttributeValue | undefined, fallback: number): number =>
  typeof value === 'number' ? value : fallback;

/** Float32 functions of one operand by op name. */
export const vectorFunctions: Readonly<Record<string, (attributes: Attributes) => Elementwise>> = {
  relu: simple((_, x) => clamp(x, 0, Infinity)),
  relu6: simple((_, x) => clamp(x, 0, 6)),
  clip: ({ min, max }) => ({
    apply: (_, x) => clamp(x, numberOf(min, -Infinity), numberOf(max, Infinity)),
  }),
  leakyRelu: ({ alpha }) => ({
    apply: (_, x) => {
      const scaled = f32x4.mul(x, f32x4.splat(numberOf(alpha, 0)));
      return v128.bitselect(scaled, x, f32x4.lt(x, f32x4.splat(0)));
    },
  }),
  hardSigmoid: ({ alpha, beta }) => ({
    apply: (_, x) =>
      clamp(
        f32x4.add(
          f32x4.mul(x, f32x4.splat(numberOf(alpha, 1 / 6))),
          f32x4.splat(numberOf(beta, 0.5)),
        ),
        0,
        1,
      ),
  }),
  abs: simple((_, x) => f32x4.abs(x)),
  neg: simple((_, x) => f32x4.neg(x)),
  sqrt: simple((_, x) => f32x4.sqrt(x)),
  floor: simple((_, x) => f32x4.floor(x)),
  ceil: simple((_, x) => f32x4.ceil(x)),
  round: simple((_, x) => f32x4.nearest(x)),
  reciprocal: simple((_, x) => f32x4.div(f32x4.splat(1), x)),
  sin: ofMath('sin'),
  cos: ofMath('cos'),
  tan: ofMath('tan'),
  asin: ofMath('asin'),
  acos: ofMath('acos'),
  atan: ofMath('atan'),
  sinh: ofMath('sinh'),
  cosh: ofMath('cosh'),
  tanh: ofMath('tanh'),
  asinh: ofMath('asinh'),
  acosh: ofMath('acosh'),
  atanh: ofMath('atanh'),
  log: ofMath('log'),
  exp: simple(({ module }, x) => exponential(module, x)),
  sigmoid: simple((site, x) => logistic(site, x)),
  swish: ({ beta }) => ({
    apply(site, x) {
      const inner = site.f.local('v128', f32x4.mul(x, f32x4.splat(numberOf(beta, 1))));
      return f32x4.mul(x, logistic(site, inner));
    },
  }),
  hardSwish: simple((_, x) => {
    const gate = clamp(f32x4.add(x, f32x4.splat(3)), 0, 6);
    return f32x4.div(f32x4.mul(x, gate), f32x4.splat(6));
  }),
};
