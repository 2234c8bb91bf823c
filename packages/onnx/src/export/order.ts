import type { Shape } from '@separable/core';

/**
 * How a value of the graph lies in the ONNX model: axis i there is axis `order[i]` of the graph's
 * value, so that the stored tensor is `transpose(value, order)`.
 */
export type Order = readonly number[];

/** A tensor of the ONNX model that holds a value of the graph in some order of axes. */
export interface Laid {
  readonly name: string;
  readonly order: Order;
}

export function plainOrder(rank: number): Order {
  return Array.from({ length: rank }, (_, axis) => axis);
}

/** `[N, C, …]` of `[N, …, C]`: what ONNX's convolutions and pools read. */
export function channelsFirstOrder(rank: number): Order {
  return rank < 3 ? plainOrder(rank) : [0, rank - 1, ...plainOrder(rank - 1).slice(1)];
}

export function inverseOf(order: Order): Order {
  return order.map((_, axis) => order.indexOf(axis));
}

export function sameOrder(a: Order, b: Order): boolean {
  return a.length === b.length && a.every((axis, i) => axis === b[i]);
}

export function isPlain(order: Order): boolean {
  return order.every((axis, i) => axis === i);
}

/** Whether a value in this order has its elements in the graph's row-major order, as axes of 1 do not matter. */
export function isRowMajor(order: Order, shape: Shape): boolean {
  const wide = order.filter((axis) => shape[axis] !== 1);
  return wide.every((axis, i) => i === 0 || axis > wide[i - 1]!);
}

/** What belongs to the axes of the value, in the order of the stored tensor. */
export function inOrder<T>(list: readonly T[], order: Order): readonly T[] {
  return order.map((axis) => list[axis]!);
}
