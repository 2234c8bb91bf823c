import type { DType } from '@separable/core';
import { behind, broadcastShapes, coordinatesOf } from './coordinates.js';
import { blank, type Exact } from './exact.js';
import { wrap } from './integer.js';
import type { Running } from './running-error.js';

interface Pairwise {
  /** For float32. */
  readonly floats: (a: Running, b: Running) => Running;
  /** For int32 and uint8; the result is wrapped. */
  readonly integers?: (a: bigint, b: bigint) => bigint;
}

/** Combines two tensors element by element with broadcasting; the result has their dtype. */
export function pairwise(a: Exact, b: Exact, { floats, integers }: Pairwise): Exact {
  return pairElements(a, b, a.dtype, (p, q) => {
    if (a.dtype === 'float32' || integers === undefined) return floats(p, q);
    return {
      value: wrap(a.dtype, integers(BigInt(p.value), BigInt(q.value))),
      error: Math.max(p.error, q.error),
    };
  });
}

/** Asks a question of each pair of elements; what the errors leave open is ambiguous. */
export function comparison(a: Exact, b: Exact, holds: (p: number, q: number) => boolean): Exact {
  return pairElements(a, b, 'bool', (p, q) => ({
    value: Number(holds(p.value, q.value)),
    error: isOpen(p, q) ? Infinity : 0,
  }));
}

/** Whether errors leave open how two numbers compare. */
export function isOpen(p: Running, q: Running): boolean {
  if (p.error === 0 && q.error === 0) return false;
  if (p.error === Infinity || q.error === Infinity) return true;
  return Math.abs(p.value - q.value) <= p.error + q.error;
}

/** Maps pairs of elements of the broadcast operands into a tensor of the dtype. */
export function pairElements(
  a: Exact,
  b: Exact,
  dtype: DType,
  f: (p: Running, q: Running) => Running,
): Exact {
  const y = blank(dtype, broadcastShapes(a.shape, b.shape));
  for (let at = 0; at < y.value.length; at++) {
    const coordinates = coordinatesOf(at, y.shape);
    const i = behind(coordinates, a.shape);
    const j = behind(coordinates, b.shape);
    const { value, error } = f(elementOf(a, i), elementOf(b, j));
    y.value[at] = value;
    y.error[at] = error;
  }
  return y;
}

/** One element with its error. */
export function elementOf({ value, error }: Exact, i: number): Running {
  return { value: value[i]!, error: error[i]! };
}
