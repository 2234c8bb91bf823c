import type { Value } from '@separable/core';
import { errorAt } from '../../file/place.js';
import type { OpLowering, OpLowerings } from './op-lowering.js';

function binaryAs(op: string): OpLowering {
  return (node) => node.g.apply(op, { a: node.value(0), b: node.value(1) }, {}, node.name())[0]!;
}

/** Elementwise operators of two operands that broadcast. */
export const binary: OpLowerings = {
  Add: binaryAs('add'),
  AddN(node) {
    const [first, ...rest] = node.values();
    if (first === undefined) throw errorAt(node.node.place, 'AddN reads nothing');
    return rest.reduce((a: Value, b) => node.g.add({ a, b }, {}, node.name()), first);
  },
  AddV2: binaryAs('add'),
  Equal: binaryAs('equal'),
  Greater: binaryAs('greater'),
  GreaterEqual: binaryAs('greaterOrEqual'),
  Less: binaryAs('less'),
  LessEqual: binaryAs('lessOrEqual'),
  LogicalAnd: binaryAs('logicalAnd'),
  LogicalOr: binaryAs('logicalOr'),
  Maximum: binaryAs('maximum'),
  Minimum: binaryAs('minimum'),
  Mul: binaryAs('mul'),
  NotEqual: binaryAs('notEqual'),
  Pow: binaryAs('pow'),
  Prelu: (node) => node.g.prelu({ x: node.value(0), slope: node.value(1) }, {}, node.name()),
  RealDiv: binaryAs('div'),
  Select: (node) => select(node.value(0), node.value(1), node.value(2), node),
  SelectV2: (node) => select(node.value(0), node.value(1), node.value(2), node),
  SquaredDifference(node) {
    const difference = node.g.sub(
      { a: node.value(0), b: node.value(1) },
      {},
      node.name('difference'),
    );
    return node.g.mul({ a: difference, b: difference }, {}, node.name());
  },
  Sub: binaryAs('sub'),
};

function select(condition: Value, a: Value, b: Value, node: Parameters<OpLowering>[0]): Value {
  return node.g.where({ condition, a, b }, {}, node.name());
}
