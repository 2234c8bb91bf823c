import type { Activation } from '@separable/core';
import type { Family, Policy } from '../tolerance/policy.js';
import { activate } from './activation.js';
import { blank, type Exact } from './exact.js';
import { addProduct, addTerm, emptySum, store } from './sum.js';

/** Applies a matrix `[C, outputs]` to the last axis of x at every position. */
export function project(
  x: Exact,
  filter: Exact,
  bias: Exact | undefined,
  activation: Activation | null,
  policy: Policy,
  family: Family,
): Exact {
  const [channels, outputs] = filter.shape as [number, number];
  const y = blank('float32', [...x.shape.slice(0, -1), outputs]);
  for (let at = 0; at < y.value.length; at++) {
    const o = at % outputs;
    const position = (at - o) / outputs;
    const sum = emptySum();
    for (let c = 0; c < channels; c++)
      addProduct(sum, x, position * channels + c, filter, c * outputs + o);
    if (bias !== undefined) addTerm(sum, bias, o);
    store(sum, y, at, policy, family);
  }
  return activate(y, activation, policy);
}
