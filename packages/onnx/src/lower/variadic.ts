import { type DType, scalar, type Value } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import { errorAt } from '../proto/place.js';
import type { Lowering, Lowerings } from './lowering.js';

/** Folds any number of operands with a binary op, left to right. */
function fold(node: NodeImport, op: string, last: string): Value {
  const [first, ...rest] = node.values();
  if (first === undefined) throw errorAt(node.node.place, `${node.node.opType} needs operands`);
  return rest.reduce<Value>((a, b, i) => {
    const name = i === rest.length - 1 ? last : node.name(`${op}${i}`);
    return node.g.apply(op, { a, b }, {}, name)[0]!;
  }, first);
}

function variadicAs(op: string): Lowering {
  return (node) => fold(node, op, node.name());
}

/** `Max`, `Min`, `Sum` and `Mean` over any number of operands. */
export const variadic: Lowerings = {
  Max: variadicAs('maximum'),
  Min: variadicAs('minimum'),
  Sum: variadicAs('add'),
  Mean(node) {
    const total = fold(node, 'add', node.name('sum'));
    const dtype: DType = total.dtype;
    const count = node.g.constant(node.name('count'), scalar(dtype, node.count));
    return node.g.div({ a: total, b: count }, {}, node.name());
  },
};
