import { broadcast, sizeOf } from '@separable/core';
import { type KnownResult, rearrange } from '../import/known.js';
import type { Quantity } from '../import/quantity.js';

/** Applies `compute` to each pair of elements after broadcasting; undefined when one has no result. */
export function pairwise(
  a: KnownResult | undefined,
  b: KnownResult | undefined,
  elementType: number | undefined,
  compute: (a: Quantity, b: Quantity) => Quantity | undefined,
): KnownResult | undefined {
  if (a === undefined || b === undefined) return undefined;
  const dims = broadcast(a.dims, b.dims) as readonly number[];
  const left = stretch(a, dims);
  const right = stretch(b, dims);
  if (left === undefined || right === undefined) return undefined;
  const elements: Quantity[] = [];
  for (let i = 0; i < left.elements.length; i++) {
    const value = compute(left.elements[i]!, right.elements[i]!);
    if (value === undefined) return undefined;
    elements.push(value);
  }
  return { elementType: elementType ?? a.elementType, dims, elements };
}

/** Applies `compute` to each element. */
export function each(
  x: KnownResult | undefined,
  elementType: number | undefined,
  compute: (x: Quantity) => Quantity | undefined,
): KnownResult | undefined {
  return pairwise(x, x, elementType, compute);
}

/** Broadcast to `dims`, which the tensor's dimensions are known to fit. */
export function stretch(x: KnownResult, dims: readonly number[]): KnownResult | undefined {
  if (x.dims.length === dims.length && sizeOf(dims) === x.elements.length) return { ...x, dims };
  const lead = dims.length - x.dims.length;
  return rearrange(x, dims, (index) => {
    let at = 0;
    x.dims.forEach((extent, axis) => (at = at * extent + (extent === 1 ? 0 : index[lead + axis]!)));
    return at;
  });
}
