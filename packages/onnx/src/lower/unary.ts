import type { NodeImport } from '../import/node-import.js';
import type { Lowering, Lowerings } from './lowering.js';

type AttributeReader = (
  attributes: NodeImport['attributes'],
) => Readonly<Record<string, number | string>>;

/** An operator that is one unary op of the graph. */
function unaryAs(op: string, read: AttributeReader = () => ({})): Lowering {
  return (node) => node.g.apply(op, { x: node.value(0) }, read(node.attributes), node.name());
}

/** Elementwise operators of one operand. Defaults are those of the ONNX operators. */
export const unary: Lowerings = {
  Abs: unaryAs('abs'),
  Acos: unaryAs('acos'),
  Acosh: unaryAs('acosh'),
  Asin: unaryAs('asin'),
  Asinh: unaryAs('asinh'),
  Atan: unaryAs('atan'),
  Atanh: unaryAs('atanh'),
  Ceil: unaryAs('ceil'),
  Celu: unaryAs('celu', (a) => ({ alpha: a.float('alpha', 1) })),
  Cos: unaryAs('cos'),
  Cosh: unaryAs('cosh'),
  Elu: unaryAs('elu', (a) => ({ alpha: a.float('alpha', 1) })),
  Erf: unaryAs('erf'),
  Exp: unaryAs('exp'),
  Floor: unaryAs('floor'),
  Gelu: unaryAs('gelu', (a) => ({ approximate: a.string('approximate', 'none') })),
  HardSigmoid: unaryAs('hardSigmoid', (a) => ({
    alpha: a.float('alpha', 0.2),
    beta: a.float('beta', 0.5),
  })),
  HardSwish: unaryAs('hardSwish'),
  IsNaN: unaryAs('isNaN'),
  LeakyRelu: unaryAs('leakyRelu', (a) => ({ alpha: a.float('alpha', 0.01) })),
  Log: unaryAs('log'),
  Mish: unaryAs('mish'),
  Neg: unaryAs('neg'),
  Not: unaryAs('logicalNot'),
  Reciprocal: unaryAs('reciprocal'),
  Relu: unaryAs('relu'),
  Round: unaryAs('round'),
  Selu: unaryAs('selu', (a) => ({
    alpha: a.float('alpha', 1.6732632423543772),
    gamma: a.float('gamma', 1.0507009873554805),
  })),
  Sigmoid: unaryAs('sigmoid'),
  Sign: unaryAs('sign'),
  Sin: unaryAs('sin'),
  Sinh: unaryAs('sinh'),
  Softplus: unaryAs('softplus'),
  Softsign: unaryAs('softsign'),
  Sqrt: unaryAs('sqrt'),
  Tan: unaryAs('tan'),
  Tanh: unaryAs('tanh'),
  ThresholdedRelu: unaryAs('thresholdedRelu', (a) => ({ alpha: a.float('alpha', 1) })),
};
