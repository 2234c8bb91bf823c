import type { NodeImport } from '../import/node-import.js';
import type { Lowering, Lowerings } from './lowering.js';

type AttributeReader = (node: NodeImport) => Readonly<Record<string, string>>;

/** An operator that is one binary op of the graph, broadcasting included. */
function binaryAs(op: string, read: AttributeReader = () => ({})): Lowering {
  return (node) =>
    node.g.apply(op, { a: node.value(0), b: node.value(1) }, read(node), node.name());
}

/** Elementwise operators of two operands. */
export const binary: Lowerings = {
  Add: binaryAs('add'),
  And: binaryAs('logicalAnd'),
  Div: binaryAs('div'),
  Equal: binaryAs('equal'),
  Greater: binaryAs('greater'),
  GreaterOrEqual: binaryAs('greaterOrEqual'),
  Less: binaryAs('less'),
  LessOrEqual: binaryAs('lessOrEqual'),
  Mod: binaryAs('mod', (node) => ({
    sign: node.attributes.flag('fmod', false) ? 'dividend' : 'divisor',
  })),
  Mul: binaryAs('mul'),
  Or: binaryAs('logicalOr'),
  Sub: binaryAs('sub'),
  Xor: binaryAs('logicalXor'),
};
