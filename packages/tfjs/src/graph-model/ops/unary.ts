import type { Value } from '@separable/core';
import type { NodeImport } from '../node-import.js';
import type { OpLowering, OpLowerings } from './op-lowering.js';

type Read = (attributes: NodeImport['attributes']) => Readonly<Record<string, number>>;

function unaryAs(op: string, read: Read = () => ({})): OpLowering {
  return (node) => node.g.apply(op, { x: node.value(0) }, read(node.attributes), node.name())[0]!;
}

function clipped(node: NodeImport): Value {
  const [min, max] = [node.number(1), node.number(2)];
  return node.g.clip({ x: node.value(0) }, { min, max }, node.name());
}

/** Elementwise operators of one operand, and softmax. */
export const unary: OpLowerings = {
  Abs: unaryAs('abs'),
  Acos: unaryAs('acos'),
  Acosh: unaryAs('acosh'),
  Asin: unaryAs('asin'),
  Asinh: unaryAs('asinh'),
  Atan: unaryAs('atan'),
  Atanh: unaryAs('atanh'),
  Ceil: unaryAs('ceil'),
  ClipByValue: clipped,
  Cos: unaryAs('cos'),
  Cosh: unaryAs('cosh'),
  Elu: unaryAs('elu'),
  Erf: unaryAs('erf'),
  Exp: unaryAs('exp'),
  Floor: unaryAs('floor'),
  IsNan: unaryAs('isNaN'),
  LeakyRelu: unaryAs('leakyRelu', (a) => ({ alpha: a.float('alpha', 0.2) })),
  Log: unaryAs('log'),
  LogSoftmax: unaryAs('logSoftmax'),
  LogicalNot: unaryAs('logicalNot'),
  Neg: unaryAs('neg'),
  Reciprocal: unaryAs('reciprocal'),
  Relu: unaryAs('relu'),
  Relu6: unaryAs('relu6'),
  Round: unaryAs('round'),
  Rsqrt: unaryAs('rsqrt'),
  Selu: unaryAs('selu'),
  Sigmoid: unaryAs('sigmoid'),
  Sign: unaryAs('sign'),
  Sin: unaryAs('sin'),
  Sinh: unaryAs('sinh'),
  Softmax: unaryAs('softmax'),
  Softplus: unaryAs('softplus'),
  Sqrt: unaryAs('sqrt'),
  Square(node) {
    const x = node.value(0);
    return node.g.mul({ a: x, b: x }, {}, node.name());
  },
  Tan: unaryAs('tan'),
  Tanh: unaryAs('tanh'),
};
