import type { AttributeValue } from '@separable/core';
import { truth } from '../elements/element-lanes.js';
import { type Expression, f32x4, type Local, v128 } from '../encoder/index.js';
import { complementaryErrorFunction, errorFunction } from './error-function.js';
import { exponential } from './exponential.js';
import { hyperbolicTangent } from './hyperbolic-tangent.js';
import { perLane } from './per-lane.js';
import type { Elementwise, VectorFunction, VectorSite } from './vector-function.js';

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

/** `x` where it is not negative, elsewhere another function of it. */
function belowZero(x: Expression<'v128'>, below: Expression<'v128'>): Expression<'v128'> {
  return v128.bitselect(below, x, f32x4.lt(x, f32x4.splat(0)));
}

/** `alpha · (e^x − 1)`. */
function decay({ module }: VectorSite, x: Expression<'v128'>, alpha: number): Expression<'v128'> {
  const power = f32x4.sub(exponential(module, x), f32x4.splat(1));
  return f32x4.mul(power, f32x4.splat(alpha));
}

/** `x/2 · (1 + erf(x / √2))` and its approximation `x / (1 + e^(−2u))`, neither of which cancels. */
function gated(site: VectorSite, x: Local<'v128'>, byTanh: boolean): Expression<'v128'> {
  if (!byTanh) {
    const tail = complementaryErrorFunction(site, f32x4.mul(x, f32x4.splat(-Math.SQRT1_2)));
    return f32x4.mul(f32x4.mul(x, f32x4.splat(0.5)), tail);
  }
  const cube = f32x4.mul(f32x4.mul(x, x), f32x4.mul(x, f32x4.splat(0.044715)));
  const argument = f32x4.mul(f32x4.add(x, cube), f32x4.splat(2 * Math.sqrt(2 / Math.PI)));
  return f32x4.mul(x, logistic(site, argument));
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
      return belowZero(x, f32x4.mul(x, f32x4.splat(numberOf(alpha, 0))));
    },
  }),
  elu: ({ alpha }) => ({
    apply: (site, x) => belowZero(x, decay(site, x, numberOf(alpha, 1))),
  }),
  selu: ({ alpha, gamma }) => ({
    apply: (site, x) =>
      f32x4.mul(belowZero(x, decay(site, x, numberOf(alpha, 1))), f32x4.splat(numberOf(gamma, 1))),
  }),
  gelu: ({ approximate }) => ({ apply: (site, x) => gated(site, x, approximate === 'tanh') }),
  softsign: simple((_, x) => f32x4.div(x, f32x4.add(f32x4.splat(1), f32x4.abs(x)))),
  /** `max(x, 0) + ln(1 + e^−|x|)`. */
  softplus: () => ({
    apply(site, x) {
      const power = exponential(site.module, f32x4.neg(f32x4.abs(x)));
      const rest = perLane('log1p')(site, site.f.local('v128', power));
      return f32x4.add(f32x4.max(x, f32x4.splat(0)), rest);
    },
    math: { log1p: 1 },
  }),
  /** `tanh(ln(1 + n)) = m / (m + 2)` with `m = n·(n + 2)` and `n = e^x`; 1 in float32 from x = 20 on. */
  mish: simple((site, x) => {
    const two = f32x4.splat(2);
    const power = exponential(site.module, f32x4.pmin(x, f32x4.splat(20)));
    const n = site.f.local('v128', power);
    const m = site.f.local('v128', f32x4.mul(n, f32x4.add(n, two)));
    return f32x4.mul(x, f32x4.div(m, f32x4.add(m, two)));
  }),
  tanh: simple(hyperbolicTangent),
  erf: simple(errorFunction),
  log: ofMath('log'),
  rsqrt: simple((_, x) => f32x4.div(f32x4.splat(1), f32x4.sqrt(x))),
  sign: simple((_, x) => {
    const zero = f32x4.splat(0);
    const above = v128.bitselect(f32x4.splat(1), x, f32x4.gt(x, zero));
    return v128.bitselect(f32x4.splat(-1), above, f32x4.lt(x, zero));
  }),
  isNaN: simple((_, x) => truth(f32x4.ne(x, x))),
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
  asinh: ofMath('asinh'),
  acosh: ofMath('acosh'),
  atanh: ofMath('atanh'),
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
