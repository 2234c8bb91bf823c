import type { OpName } from '@separable/core';
import type { Lowering, Lowerings } from '../lowering.js';

/** One ONNX operator that computes each element by itself, in whatever layout the operand has. */
function unary<K extends OpName>(op: string): Lowering<K> {
  return (node) => {
    const { name, order } = node.home('x');
    return { name: node.add(op, [name]), order };
  };
}

/** Functions of one number that ONNX has under the same meaning. */
export const functions: Lowerings<
  | 'abs'
  | 'acos'
  | 'acosh'
  | 'asin'
  | 'asinh'
  | 'atan'
  | 'atanh'
  | 'ceil'
  | 'cos'
  | 'cosh'
  | 'erf'
  | 'exp'
  | 'floor'
  | 'isInf'
  | 'isNaN'
  | 'log'
  | 'logicalNot'
  | 'neg'
  | 'reciprocal'
  | 'round'
  | 'sign'
  | 'sin'
  | 'sinh'
  | 'softplus'
  | 'softsign'
  | 'sqrt'
  | 'tan'
  | 'tanh'
> = {
  abs: unary('Abs'),
  acos: unary('Acos'),
  acosh: unary('Acosh'),
  asin: unary('Asin'),
  asinh: unary('Asinh'),
  atan: unary('Atan'),
  atanh: unary('Atanh'),
  ceil: unary('Ceil'),
  cos: unary('Cos'),
  cosh: unary('Cosh'),
  erf: unary('Erf'),
  exp: unary('Exp'),
  floor: unary('Floor'),
  isInf: unary('IsInf'),
  isNaN: unary('IsNaN'),
  log: unary('Log'),
  logicalNot: unary('Not'),
  neg: unary('Neg'),
  reciprocal: unary('Reciprocal'),
  round: unary('Round'),
  sign: unary('Sign'),
  sin: unary('Sin'),
  sinh: unary('Sinh'),
  softplus: unary('Softplus'),
  softsign: unary('Softsign'),
  sqrt: unary('Sqrt'),
  tan: unary('Tan'),
  tanh: unary('Tanh'),
};
