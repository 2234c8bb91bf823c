import type { Dim } from '@separable/core';

/** A small tensor of sizes. */
export interface Sizes {
  readonly shape: readonly number[];
  readonly elements: readonly Dim[];
}

export function scalarSize(element: Dim): Sizes {
  return { shape: [], elements: [element] };
}

export function vector(elements: readonly Dim[]): Sizes {
  return { shape: [elements.length], elements };
}
