import type { Policy } from '../tolerance/policy.js';
import { blank, type Exact } from './exact.js';
import { elementOf } from './pairwise.js';
import { arithmetic, type Arithmetic, type Running } from './running-error.js';
import { productError } from './sum.js';

interface Normalisation {
  readonly x: Exact;
  /** Elements with one name share mean and variance. */
  readonly group: (position: number) => number;
  readonly scale: Exact | undefined;
  readonly offset: Exact | undefined;
  /** Index into scale and offset. */
  readonly parameter: (position: number) => number;
  readonly epsilon: number;
  readonly policy: Policy;
}

/**
 * `(x − μ) / √(σ² + epsilon) · scale + offset` with mean μ and population variance
 * `σ² = Σ(x − μ)² / n` of each group, bounded for the two passes of the formula: the difference of
 * the mean square and the squared mean is not within the bound, for it cancels.
 */
export function normalise({
  x,
  group,
  scale,
  offset,
  parameter,
  epsilon,
  policy,
}: Normalisation): Exact {
  const a = arithmetic(policy);
  const groups = new Map<number, number[]>();
  for (const place of x.value.keys()) {
    const name = group(place);
    const places = groups.get(name);
    if (places === undefined) groups.set(name, [place]);
    else places.push(place);
  }
  const y = blank('float32', x.shape);
  for (const places of groups.values()) {
    const { centred, deviation } = moments(
      a,
      places.map((place) => elementOf(x, place)),
      epsilon,
    );
    places.forEach((place, i) => {
      const unit = a.divide(centred[i]!, deviation);
      // One rounding more for engines that multiply by the reciprocal.
      const standard = a.multiply(unit, a.exact(1));
      const { value, error } = affine(a, standard, scale, offset, parameter(place));
      y.value[place] = value;
      y.error[place] = error;
    });
  }
  return y;
}

function moments(
  a: Arithmetic,
  terms: readonly Running[],
  epsilon: number,
): { readonly centred: readonly Running[]; readonly deviation: Running } {
  const count = a.exact(terms.length);
  const mean = a.divide(a.sum('normalisation', terms), count);
  const centred = terms.map((term) => a.subtract(term, mean));
  const squares = centred.map(({ value, error }) => ({
    value: value * value,
    error: productError(value, error, value, error),
  }));
  const variance = a.divide(a.sum('normalisation', squares), count);
  return { centred, deviation: a.root(a.add(variance, a.constant(epsilon))) };
}

/** `x · scale + offset`, each where it is given. */
export function affine(
  a: Arithmetic,
  x: Running,
  scale: Exact | undefined,
  offset: Exact | undefined,
  i: number,
): Running {
  const scaled = scale === undefined ? x : a.multiply(x, elementOf(scale, i));
  return offset === undefined ? scaled : a.add(scaled, elementOf(offset, i));
}
