import { dim } from '@separable/core';
import { compare, type Quantity, toDim, whole } from '../import/quantity.js';

/** The larger or the smaller of two quantities: one of them where that holds for all sizes, else an expression. */
export function extremum(kind: 'min' | 'max', a: Quantity, b: Quantity): Quantity | undefined {
  const order = compare(a, b);
  if (order !== undefined) return order > 0 === (kind === 'max') ? a : b;
  const left = toDim(a);
  const right = toDim(b);
  if (left === undefined || right === undefined) return undefined;
  return whole(kind === 'max' ? dim.max(left, right) : dim.min(left, right));
}
