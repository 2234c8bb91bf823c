import { type AttributesOf, type AttributeValue, definitionOf, type OpName } from '@separable/core';
import { cheapestOrder } from './elementwise.js';
import type { NodeExport } from './node-export.js';
import { inverseOf, type Order, plainOrder } from './order.js';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** An op on its first operand as that lies, whatever its order of axes is. */
export interface Permuted<K extends OpName> {
  /** The operand, or all of a list. */
  readonly inputs: readonly string[];
  /** The order they lie in. */
  readonly from: Order;
  /** Attributes that speak of their axes. */
  readonly attributes: AttributesOf<K>;
  /** The order the results lie in. */
  readonly order: Order;
}

/**
 * Asks the op table how the op looks on operands that are laid out otherwise; an op that cannot follow
 * gets them in the graph's order.
 */
export function permuted<K extends OpName>(node: NodeExport<K>): Permuted<K> {
  const { operands, permute } = definitionOf(node.op);
  const values = node.list(Object.keys(operands)[0]!);
  const rank = values[0]!.shape.length;
  const wish = cheapestOrder(values, rank);
  // The op reads transpose(stored, inverse).
  const follows = permute?.(node.attributes as Attributes, inverseOf(wish));
  const from = follows === undefined ? plainOrder(rank) : wish;
  return {
    inputs: values.map((value) => node.model.inOrder(value, from)),
    from,
    attributes: (follows?.attributes ?? node.attributes) as AttributesOf<K>,
    order:
      follows === undefined ? plainOrder(node.types[0]!.shape.length) : inverseOf(follows.result),
  };
}
