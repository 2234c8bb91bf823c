import type { NodeImport } from '../../import/node-import.js';
import { Unsupported } from '../../import/unsupported.js';
import { binary } from '../binary.js';
import { concat } from '../concat.js';
import type { Lowered, Lowering, Lowerings } from '../lowering.js';
import { pool } from '../pool.js';
import { unary } from '../unary.js';
import {
  dequantised,
  elementTypeOf,
  floats,
  note,
  quantisationOf,
  realOperand,
  rounded,
} from './form.js';

/**
 * An operator of floats between quantised tensors: each operand is followed by its scale and zero point,
 * and the result's come last, or first where `resultFirst` says so.
 */
function between(lower: Lowering, resultFirst = false): Lowering {
  return (node) => {
    node.remark(note);
    if (node.attributes.flag('channels_last', false))
      throw new Unsupported('its channels are last');
    const start = resultFirst ? 2 : 0;
    const end = resultFirst ? node.count : node.count - (node.count % 3 || 3);
    const operands = [];
    for (let at = start; at < end; at += 3) {
      const form = quantisationOf(node, at + 1, at + 2);
      operands.push(realOperand(dequantised(node, floats(node, at), form)));
    }
    const real = valueOf(lower(node.on(operands)), node);
    const scale = resultFirst ? 0 : end;
    const form = quantisationOf(node, scale, scale + 1);
    const steps = node.g.div({ a: real, b: form.scale }, {}, node.name('steps'));
    const elementType = elementTypeOf(
      node.has(scale + 1) ? node.operand(scale + 1) : node.operand(start),
    );
    if (elementType === undefined) throw new Unsupported('the type of its zero point is not known');
    return rounded(node, steps, form, elementType);
  };
}

function valueOf(lowered: Lowered, node: NodeImport) {
  const result = Array.isArray(lowered) ? lowered[0] : lowered;
  return 'kind' in result ? node.plain(result) : result;
}

/** What ONNX Runtime's quantiser writes besides the operators of ONNX. */
export const microsoft: Lowerings = {
  'com.microsoft.QLinearAdd': between(binary['Add']!),
  'com.microsoft.QLinearAveragePool': between(pool['AveragePool']!),
  'com.microsoft.QLinearConcat': between(concat['Concat']!, true),
  'com.microsoft.QLinearGlobalAveragePool': between(pool['GlobalAveragePool']!),
  'com.microsoft.QLinearLeakyRelu': between(unary['LeakyRelu']!),
  'com.microsoft.QLinearMul': between(binary['Mul']!),
  'com.microsoft.QLinearSigmoid': between(unary['Sigmoid']!),
};
