import type { DeviceClass } from './policy.js';

/**
 * Functions that engines approximate instead of rounding correctly.
 *
 * `divide`, `sqrt` and `rsqrt` stand among them because GPUs approximate those as well.
 */
export type Elementary =
  | 'divide'
  | 'sqrt'
  | 'rsqrt'
  | 'exp'
  | 'log'
  | 'pow'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'asinh'
  | 'acosh'
  | 'atanh'
  | 'erf';

/** How far an approximation may be away: units in the last place of the result, and an absolute part. */
export interface Allowance {
  readonly ulps: number;
  readonly absolute: number;
}

/**
 * Units in the last place for the `cpu` class: IEEE 754 for division and square root (correctly
 * rounded), for the rest the full-profile column of "Relative error as ULPs" in The OpenCL C
 * Specification 3.0 §7.4: what a float32 mathematics library is commonly held to.
 */
const cpu: Readonly<Record<Elementary, number>> = {
  divide: 0.5,
  sqrt: 0.5,
  rsqrt: 2,
  exp: 3,
  log: 3,
  pow: 16,
  sin: 4,
  cos: 4,
  tan: 5,
  asin: 4,
  acos: 4,
  atan: 5,
  sinh: 4,
  cosh: 4,
  tanh: 5,
  asinh: 4,
  acosh: 4,
  atanh: 5,
  erf: 16,
};

/**
 * The `gpu` class: "Accuracy of built-in functions", WebGPU Shading Language §15.7.4. Where WGSL
 * derives a function from others, the derivation's errors are added up here.
 */
const gpu: Readonly<Record<Elementary, (argument: number) => Allowance>> = {
  divide: () => relative(2.5),
  sqrt: () => relative(5),
  rsqrt: () => relative(2),
  exp: (x) => relative(3 + 2 * Math.abs(x)),
  log: (x) => (x >= 0.5 && x <= 2 ? { ulps: 0, absolute: 2 ** -21 } : relative(3)),
  // exp2(y · log2(x)); the argument handed in is y·ln x.
  pow: (x) => relative(8 + 8 * Math.abs(x)),
  sin: () => ({ ulps: 0, absolute: 2 ** -11 }),
  cos: () => ({ ulps: 0, absolute: 2 ** -11 }),
  tan: () => ({ ulps: 4096 * 2, absolute: 2 ** -11 }),
  asin: () => ({ ulps: 4096, absolute: 2 ** -14 }),
  acos: () => ({ ulps: 4096, absolute: 2 ** -14 }),
  atan: () => relative(4096),
  sinh: (x) => ({ ulps: 6 + 2 * Math.abs(x), absolute: 2 ** -20 }),
  cosh: (x) => ({ ulps: 6 + 2 * Math.abs(x), absolute: 2 ** -20 }),
  tanh: (x) => ({ ulps: 12 + 4 * Math.min(Math.abs(x), 10), absolute: 1e-5 }),
  asinh: () => ({ ulps: 16, absolute: 2 ** -19 }),
  acosh: () => ({ ulps: 16, absolute: 2 ** -19 }),
  atanh: () => ({ ulps: 16, absolute: 2 ** -19 }),
  erf: () => ({ ulps: 64, absolute: 2 ** -20 }),
};

function relative(ulps: number): Allowance {
  return { ulps, absolute: 0 };
}

/** What an engine of the class may be off in `f(argument)`. */
export function allowanceOf(device: DeviceClass, f: Elementary, argument: number): Allowance {
  return device === 'cpu' ? relative(cpu[f]) : gpu[f](argument);
}
