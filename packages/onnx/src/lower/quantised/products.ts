import type { Value } from '@separable/core';
import type { NodeImport } from '../../import/node-import.js';
import type { Operand } from '../../import/operand.js';
import { Unsupported } from '../../import/unsupported.js';
import { elementTypes } from '../../proto/element-types.js';
import { conv } from '../conv.js';
import type { Lowered, Lowering, Lowerings } from '../lowering.js';
import { matmul } from '../matmul.js';
import {
  centred,
  constantOf,
  elementTypeOf,
  floatConstant,
  floats,
  narrow,
  note,
  quantisationOf,
  realOperand,
  rounded,
  scaleAt,
} from './form.js';

// Products of integers are added up as floats: exactly as long as sums stay below 2^24, which they do up
// to 500 terms of two bytes at their worst.

/** `q − zero` of an operand; a constant one stays a constant. */
function steps(node: NodeImport, index: number, zero: number, after = 0): Operand {
  const constant = floatConstant(node.operand(index));
  const offset = node.has(zero) ? node.operand(zero) : undefined;
  if (constant !== undefined && (offset === undefined || offset.kind === 'constant')) {
    return shifted(node, constant, offset?.elements ?? [0], after);
  }
  const x = floats(node, index);
  if (offset === undefined) return realOperand(x);
  return realOperand(centred(node, x, quantisationOf(node, zero, zero, after)));
}

function shifted(
  node: NodeImport,
  constant: NonNullable<ReturnType<typeof floatConstant>>,
  offsets: ArrayLike<number | bigint>,
  after: number,
): Operand {
  const { dims } = constant.proto;
  if (Array.from(offsets).every((offset) => Number(offset) === 0)) return constant;
  const inner = dims.slice(dims.length - after).reduce((a, b) => a * b, 1);
  const data = Float32Array.from(constant.elements as ArrayLike<number>, (element, i) => {
    return element - Number(offsets[Math.floor(i / inner) % offsets.length]);
  });
  return constantOf(node.name('weights'), dims, data);
}

/** The steps of the result: `sum · (scale of a · scale of b / scale of y)`, as ONNX Runtime multiplies. */
function rescaled(node: NodeImport, sum: Value, scales: readonly [Value, Value, Value]): Value {
  const { g } = node;
  const [a, b, y] = scales;
  const product = g.mul({ a, b }, {}, node.name('scales'));
  const scale = g.div({ a: product, b: y }, {}, node.name('scale'));
  return g.mul({ a: sum, b: scale }, {}, node.name('steps'));
}

function single(lowered: Lowered, node: NodeImport): Value {
  const result = Array.isArray(lowered) ? lowered[0] : lowered;
  return 'kind' in result ? node.plain(result) : result;
}

/** Axes of a map behind its channels, and of a filter behind the channels it makes. */
const behind = (node: NodeImport, index: number): readonly [map: number, filter: number] => [
  node.rank(index) - 2,
  node.rank(index) - 1,
];

const qLinearConv: Lowering = (node) => {
  node.remark(note);
  const [map, filter] = behind(node, 3);
  const operands = [steps(node, 0, 2), steps(node, 3, 5, filter)];
  if (node.has(8)) operands.push(floatConstant(node.operand(8)) ?? realOperand(floats(node, 8)));
  const sum = single(conv['Conv']!(node.on(operands)), node);
  const y = quantisationOf(node, 6, 7);
  const scaled = rescaled(node, sum, [scaleAt(node, 1), scaleAt(node, 4, map), y.scale]);
  return rounded(node, scaled, y, typeAt(node, 7));
};

const qLinearMatMul: Lowering = (node) => {
  node.remark(note);
  if (node.rank(1) > 0 && node.shape(1)[0] !== 1) throw new Unsupported('it scales row by row');
  const sum = single(matmul['MatMul']!(node.on([steps(node, 0, 2), steps(node, 3, 5)])), node);
  const y = quantisationOf(node, 6, 7);
  const scaled = rescaled(node, sum, [scaleAt(node, 1), scaleAt(node, 4), y.scale]);
  return rounded(node, scaled, y, typeAt(node, 7));
};

function typeAt(node: NodeImport, zero: number): number {
  const found = node.has(zero) ? elementTypeOf(node.operand(zero)) : elementTypes.uint8;
  if (found === undefined) throw new Unsupported('the type of its zero point is not known');
  return found;
}

const convInteger: Lowering = (node) => {
  node.remark(note);
  const operands = [steps(node, 0, 2), steps(node, 1, 3, behind(node, 1)[1])];
  return narrow(node, single(conv['Conv']!(node.on(operands)), node), elementTypes.int32);
};

const matMulInteger: Lowering = (node) => {
  node.remark(note);
  const operands = [
    steps(node, 0, 2, node.has(2) && node.rank(2) === 1 ? 1 : 0),
    steps(node, 1, 3),
  ];
  return narrow(node, single(matmul['MatMul']!(node.on(operands)), node), elementTypes.int32);
};

/** Convolutions and matrix products of integers. */
export const products: Lowerings = {
  ConvInteger: convInteger,
  MatMulInteger: matMulInteger,
  QLinearConv: qLinearConv,
  QLinearMatMul: qLinearMatMul,
};
