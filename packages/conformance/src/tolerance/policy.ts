import { allowanceOf, type Elementary } from './elementary.js';
import { gamma, largest, leastDenormal, leastNormal, unitRoundoff } from './roundoff.js';

/**
 * Engines by the arithmetic they promise.
 *
 * - `cpu`: IEEE 754 float32, or better, in every operation; denormals are kept.
 * - `gpu`: WebGPU and WebGL: a result may be either neighbour of the exact one, division and
 *   functions are approximate, denormals may be flushed to zero.
 */
export type DeviceClass = 'cpu' | 'gpu';

/** Ops that add up terms, by what may legitimately differ between engines. */
export type Family =
  | 'convolution'
  | 'matmul'
  | 'reduction'
  | 'pooling'
  | 'normalisation'
  | 'resampling';

/** How far a correct engine may be away from the exact result. All answers are absolute and ≥ 0. */
export interface Policy {
  readonly device: DeviceClass;
  /** Largest relative error of one basic operation: u on `cpu`, 2u on `gpu`. */
  readonly unit: number;
  /**
   * A sum of `terms` products in any order: `c · γ_terms · magnitude`, with `magnitude = Σ|xᵢ·wᵢ|`,
   * and what the products may lose to underflow. Infinite when a partial sum could overflow; 0 when
   * the magnitude is not finite, for then the result is not finite either and its class is exact.
   * It covers the products, not the rounding of a later step.
   */
  accumulate(family: Family, terms: number, magnitude: number): number;
  /** `operations` basic operations in a row behind a result of this magnitude, and underflow. */
  round(magnitude: number, operations?: number): number;
  /** An approximated function, its rounding included; results below the least normal may be 0. */
  elementary(f: Elementary, result: number, argument?: number): number;
  /** What an engine may read in place of a stored number: denormals may be read as 0 on `gpu`. */
  stored(value: number): number;
}

/**
 * Factors c on `γ_k · magnitude`.
 *
 * Higham's bound for a sum of products (§3.1) holds for every order of summation, with or without
 * fused multiply-add, so an engine that adds up float32 products needs c = 1. WGSL §15.7.4 lets each
 * addition and product be either neighbour of the exact result, which doubles u: c = 2 on `gpu`.
 * Normalisations and pools divide by a count or a deviation whose own rounding is part of the family:
 * one more than the plain sum. Transform-domain convolutions (Winograd, FFT) keep no bound of this
 * kind per element and do not conform.
 */
const factors: Readonly<Record<DeviceClass, Readonly<Record<Family, number>>>> = {
  cpu: { convolution: 1, matmul: 1, reduction: 1, pooling: 1, normalisation: 2, resampling: 1 },
  gpu: { convolution: 2, matmul: 2, reduction: 2, pooling: 2, normalisation: 4, resampling: 2 },
};

/**
 * The tolerances of a device class.
 *
 * @example
 * ```ts
 * import { tolerancePolicy } from '@separable/conformance';
 * const policy = tolerancePolicy('cpu');
 * console.log(policy.accumulate('convolution', 9, 1) < 6e-7); // true
 * ```
 */
export function tolerancePolicy(device: DeviceClass): Policy {
  const unit = device === 'cpu' ? unitRoundoff : 2 * unitRoundoff;
  const underflow = device === 'cpu' ? leastDenormal / 2 : leastNormal;
  const round = (magnitude: number, operations = 1): number => {
    if (!Number.isFinite(magnitude)) return 0;
    return gamma(operations, unit) * magnitude + operations * underflow;
  };
  return {
    device,
    unit,
    round: (magnitude, operations) => round(Math.abs(magnitude), operations),
    accumulate(family, terms, magnitude) {
      if (!Number.isFinite(magnitude)) return 0;
      if (magnitude > largest) return Infinity;
      return factors[device][family] * gamma(terms) * magnitude + terms * underflow;
    },
    elementary(f, result, argument = 0) {
      if (!Number.isFinite(result)) return 0;
      const { ulps, absolute } = allowanceOf(device, f, argument);
      // A unit in the last place of v is at most 2u·|v|.
      return Math.max(ulps, 0.5) * 2 * unitRoundoff * Math.abs(result) + absolute + leastNormal;
    },
    stored: (value) => (device === 'gpu' && Math.abs(value) < leastNormal ? Math.abs(value) : 0),
  };
}
