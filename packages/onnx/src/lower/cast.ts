import type { DType } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import { elementTypeName, elementTypes } from '../proto/element-types.js';
import { dtypeOf } from '../tensor/to-tensor.js';
import type { Lowered, Lowerings } from './lowering.js';

/** Narrow integers live in int32: a cast to one would have to wrap, which no op does. */
const narrow: readonly number[] = [
  elementTypes.int8,
  elementTypes.int16,
  elementTypes.uint16,
  elementTypes.uint32,
  elementTypes.uint64,
];

/** `Cast` to the dtype that stands for the element type; a cast within one dtype is nothing. */
export const cast: Lowerings = {
  Cast(node) {
    const type = node.attributes.int('to');
    node.attributes.ignore('saturate', 'round_mode');
    const to = dtypeOf(type);
    if (to === undefined || narrow.includes(type)) {
      throw new Unsupported(`it casts to ${elementTypeName(type)}`);
    }
    return castTo(node, to);
  },
  CastLike(node) {
    node.attributes.ignore('saturate', 'round_mode');
    return castTo(node, node.dtype(1));
  },
};

function castTo(node: NodeImport, to: DType): Lowered {
  if (node.dtype(0) === to) return node.operand(0);
  return node.g.cast({ x: node.value(0) }, { to }, node.name());
}
