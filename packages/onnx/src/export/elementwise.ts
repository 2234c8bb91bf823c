import type { OpName } from '@separable/core';
import type { ExportValue } from './export-value.js';
import type { NodeExport } from './node-export.js';
import { isPlain, type Laid, type Order, plainOrder, sameOrder } from './order.js';

/**
 * Operands of an op that broadcasts, all in one order of axes that costs the fewest transposes.
 *
 * An order that is not the graph's comes from a convolution or a pool, and more often than not leads to
 * one: it wins a tie.
 */
export function aligned<K extends OpName>(
  node: NodeExport<K>,
  operands: readonly string[],
): { readonly names: readonly string[]; readonly order: Order } {
  const rank = node.types[0]!.shape.length;
  const values = operands.map((operand) => node.value(operand));
  const order = cheapestOrder(values, rank);
  const names = values.map((value) => {
    const others = values.filter((other) => other !== value);
    const full = others.some(({ shape, tensor }) => shape.length === rank && tensor === undefined);
    return broadcastable(node, value, order, full);
  });
  return { names, order };
}

/** Computes elementwise in one order for all operands. */
export function elementwise<K extends OpName>(
  node: NodeExport<K>,
  operands: readonly string[],
  compute: (...names: string[]) => string,
): Laid {
  const { names, order } = aligned(node, operands);
  return { name: compute(...names), order };
}

/** The order that most of the values of full rank are there in. */
export function cheapestOrder(values: readonly ExportValue[], rank: number): Order {
  const full = values.filter(({ shape, tensor }) => shape.length === rank && tensor === undefined);
  const candidates = full.flatMap(({ laid }) => laid.map(({ order }) => order));
  const cost = (order: Order): number =>
    full.filter(({ laid }) => !laid.some((one) => sameOrder(one.order, order))).length;
  let best: Order | undefined;
  for (const order of candidates) {
    const less = best === undefined ? 1 : cost(best) - cost(order);
    if (less > 0 || (less === 0 && isPlain(best!))) best = order;
  }
  return best ?? plainOrder(rank);
}

/** A value in an order of the result's axes, which may be more: axes of 1 stand in for those it lacks. */
function broadcastable(
  node: Pick<NodeExport, 'model' | 'add' | 'int64s'>,
  value: ExportValue,
  order: Order,
  full: boolean,
): string {
  const missing = order.length - value.shape.length;
  if (missing === 0 && !(full && value.tensor !== undefined)) {
    return node.model.inOrder(value, order);
  }
  const own = order.filter((axis) => axis >= missing).map((axis) => axis - missing);
  const extents = order.map((axis) => (axis < missing ? 1 : value.shape[axis - missing]!));
  if (value.tensor !== undefined) {
    const { constants } = node.model;
    const first = extents.findIndex((extent) => extent !== 1);
    if (first < 0) return constants.scalar(value.dtype, value.tensor.data[0]!);
    const shape = extents.slice(first) as number[];
    return constants.arranged(value.name, value.tensor, own, shape);
  }
  const name = node.model.inOrder(value, own);
  const first = order.findIndex((axis) => axis >= missing);
  const added = order.flatMap((axis, i) => (axis < missing && i > first ? [i - order.length] : []));
  return first < 0 || added.length === 0 ? name : node.add('Unsqueeze', [name, node.int64s(added)]);
}
