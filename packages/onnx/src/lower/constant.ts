import type { NodeImport } from '../import/node-import.js';
import type { ConstantOperand } from '../import/operand.js';
import { Unsupported } from '../import/unsupported.js';
import { constantOperand } from '../import/constant-operand.js';
import { makeFloats, makeInt64s } from '../proto/make.js';
import { errorAt } from '../proto/place.js';
import type { Lowerings } from './lowering.js';

/** `Constant` in each of its forms. */
export const constant: Lowerings = {
  Constant(node) {
    const { attributes } = node;
    const tensor = attributes.tensor('value');
    if (tensor !== undefined) return constantOperand(node.name(), tensor, node.model.externalData);
    if (attributes.has('value_float')) return floats(node, [], [attributes.float('value_float')]);
    if (attributes.has('value_int')) return ints(node, [], [attributes.int('value_int')]);
    const list = attributes.floats('value_floats');
    if (list !== undefined) return floats(node, [list.length], list);
    const whole = attributes.ints('value_ints');
    if (whole !== undefined) return ints(node, [whole.length], whole);
    const form = attributes.leftOver()[0];
    if (form === undefined) throw errorAt(node.node.place, 'Constant needs a value');
    throw new Unsupported(`its value is given as ${form}`);
  },
};

function floats(
  node: NodeImport,
  dims: readonly number[],
  values: readonly number[],
): ConstantOperand {
  return constantOperand(node.name(), makeFloats(node.name(), dims, values), undefined);
}

function ints(
  node: NodeImport,
  dims: readonly number[],
  values: readonly number[],
): ConstantOperand {
  return constantOperand(node.name(), makeInt64s(node.name(), dims, values), undefined);
}
