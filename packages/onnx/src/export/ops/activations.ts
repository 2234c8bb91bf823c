import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import type { Laid } from '../order.js';
import type { OnnxAttributes } from '../nodes.js';

type Activated =
  | NodeExport<'celu'>
  | NodeExport<'elu'>
  | NodeExport<'hardSigmoid'>
  | NodeExport<'leakyRelu'>
  | NodeExport<'selu'>
  | NodeExport<'hardSwish'>
  | NodeExport<'mish'>;

function applied(node: Activated, op: string, attributes: OnnxAttributes = {}): Laid {
  const { name, order } = node.home('x');
  return { name: node.add(op, [name], attributes), order };
}

/** Activations that are one operator of ONNX. */
export const activations: Lowerings<
  'celu' | 'elu' | 'hardSigmoid' | 'hardSwish' | 'leakyRelu' | 'mish' | 'selu'
> = {
  celu: (node) => applied(node, 'Celu', { alpha: { float: node.attributes.alpha } }),
  elu: (node) => applied(node, 'Elu', { alpha: { float: node.attributes.alpha } }),
  hardSigmoid(node) {
    const { alpha, beta } = node.attributes;
    return applied(node, 'HardSigmoid', { alpha: { float: alpha }, beta: { float: beta } });
  },
  hardSwish: (node) => applied(node, 'HardSwish'),
  leakyRelu: (node) => applied(node, 'LeakyRelu', { alpha: { float: node.attributes.alpha } }),
  mish: (node) => applied(node, 'Mish'),
  selu(node) {
    const { alpha, gamma } = node.attributes;
    return applied(node, 'Selu', { alpha: { float: alpha }, gamma: { float: gamma } });
  },
};
