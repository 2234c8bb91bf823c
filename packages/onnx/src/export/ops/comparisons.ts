import type { OpName } from '@separable/core';
import { elementTypes } from '../../proto/element-types.js';
import { elementwise } from '../elementwise.js';
import type { Lowering, Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';

type Relation = (node: Pick<NodeExport, 'add'>, a: string, b: string) => string;

function comparison<K extends OpName>(relation: Relation): Lowering<K> {
  return (node) =>
    elementwise(node, ['a', 'b'], (a, b) => {
      const { dtype } = node.value('a');
      // ONNX Runtime compares no uint8.
      const wide = (name: string) =>
        dtype === 'uint8' ? node.cast(name, elementTypes.int32) : name;
      return relation(node, wide(a), wide(b));
    });
}

const simple =
  (op: string): Relation =>
  (node, a, b) =>
    node.add(op, [a, b]);

export const comparisons: Lowerings<
  'equal' | 'greater' | 'greaterOrEqual' | 'less' | 'lessOrEqual' | 'notEqual'
> = {
  equal: comparison(simple('Equal')),
  greater: comparison(simple('Greater')),
  greaterOrEqual: comparison(simple('GreaterOrEqual')),
  less: comparison(simple('Less')),
  lessOrEqual: comparison(simple('LessOrEqual')),
  notEqual: comparison((node, a, b) => node.add('Not', [node.add('Equal', [a, b])])),
};
