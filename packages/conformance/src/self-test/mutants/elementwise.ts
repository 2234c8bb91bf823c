import {
  attributeMutant,
  kernelMutant,
  mapped,
  type Mutant,
  operandMutant,
  resultMutant,
} from '../mutant.js';
import { operand } from '../kernel.js';

const leastNormal = 2 ** -126;

/** Elementwise ops that get a class, a rounding or a rare number wrong. */
export const elementwise: readonly Mutant[] = [
  operandMutant('relu drops NaN', ['relu', 'relu6'], (v) => (Number.isNaN(v) ? 0 : v)),
  operandMutant('clip drops NaN', ['clip'], (v) => (Number.isNaN(v) ? 0 : v)),
  operandMutant('maximum passes over NaN', ['maximum'], (v) => (Number.isNaN(v) ? -Infinity : v)),
  operandMutant('minimum passes over NaN', ['minimum'], (v) => (Number.isNaN(v) ? Infinity : v)),
  operandMutant('denormals are read as 0', ['mul', 'add', 'abs', 'neg'], (v) =>
    Math.abs(v) < leastNormal ? 0 : v,
  ),
  resultMutant('infinities come out as the largest number', ['exp', 'reciprocal', 'mul'], (v) =>
    Math.abs(v) === Infinity ? Math.sign(v) * 3.4028234663852886e38 : v,
  ),
  resultMutant('square root of negative numbers is 0', ['sqrt', 'rsqrt', 'log'], (v) =>
    Number.isNaN(v) ? 0 : v,
  ),
  resultMutant('the sign of zero is lost', ['neg', 'transpose', 'abs'], (v) => (v === 0 ? 0 : v)),
  kernelMutant('round rounds halves away from zero', ['round'], (call) => [
    mapped(operand(call, 'x'), (v) => Math.sign(v) * Math.round(Math.abs(v))),
  ]),
  kernelMutant('integer division rounds down', ['div'], (call, kernel) => {
    const [a, b] = [operand(call, 'a'), operand(call, 'b')];
    const y = kernel(call)[0]!;
    if (y.dtype === 'float32' || a.data.length !== b.data.length) return [y];
    return [mapped(y, (_, i) => (b.data[i] === 0 ? 0 : Math.floor(a.data[i]! / b.data[i]!)))];
  }),
  kernelMutant('integer products go through float32', ['mul'], (call, kernel) => {
    const [a, b] = [operand(call, 'a'), operand(call, 'b')];
    const y = kernel(call)[0]!;
    if (y.dtype !== 'int32' || a.data.length !== b.data.length) return [y];
    return [mapped(y, (_, i) => Math.fround(a.data[i]! * b.data[i]!))];
  }),
  kernelMutant('uint8 sums saturate instead of wrapping', ['add'], (call, kernel) => {
    const [a, b] = [operand(call, 'a'), operand(call, 'b')];
    const y = kernel(call)[0]!;
    if (y.dtype !== 'uint8' || a.data.length !== b.data.length) return [y];
    return [mapped(y, (_, i) => Math.min(255, a.data[i]! + b.data[i]!))];
  }),
  attributeMutant('mod takes the sign of the other operand', ['mod'], ({ sign }) => ({
    sign: sign === 'divisor' ? 'dividend' : 'divisor',
  })),
  kernelMutant('cast rounds to the nearest integer', ['cast'], (call, kernel) => {
    const y = kernel(call)[0]!;
    const x = operand(call, 'x');
    if (x.dtype !== 'float32' || y.dtype !== 'int32') return [y];
    return [mapped(y, (v, i) => (Math.abs(x.data[i]!) < 1e6 ? Math.round(x.data[i]!) : v))];
  }),
  attributeMutant('alpha of leakyRelu and elu ignored', ['leakyRelu', 'elu'], ({ alpha }) => ({
    alpha: alpha === 1 ? 1 : 0.01,
  })),
  attributeMutant('clip without its upper bound', ['clip'], () => ({ max: null })),
  attributeMutant('exact gelu by the tanh formula', ['gelu'], () => ({ approximate: 'tanh' })),
  resultMutant('sigmoid by a rational approximation', ['sigmoid'], (v) => v + 3e-5 * v * (1 - v)),
  resultMutant('equal takes NaN for NaN', ['equal'], (v, i, _, call) => {
    const [a, b] = [operand(call, 'a').data, operand(call, 'b').data];
    return a.length === b.length && Number.isNaN(a[i]) && Number.isNaN(b[i]) ? 1 : v;
  }),
  kernelMutant(
    'where reads its branches the other way round for one element',
    ['where'],
    (call, kernel) => {
      const { a, b } = call.operands;
      return kernel(
        operand(call, 'condition').data.length === 1
          ? { ...call, operands: { ...call.operands, a: b, b: a } }
          : call,
      );
    },
  ),
];
