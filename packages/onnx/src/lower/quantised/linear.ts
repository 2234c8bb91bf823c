import { resolveAxis, type Value } from '@separable/core';
import type { NodeImport } from '../../import/node-import.js';
import type { ConstantOperand } from '../../import/operand.js';
import { Unsupported } from '../../import/unsupported.js';
import { elementTypes } from '../../proto/element-types.js';
import type { Lowered, Lowering, Lowerings } from '../lowering.js';
import {
  constantOf,
  dequantised,
  elementTypeOf,
  floats,
  narrow,
  note,
  numberOf,
  quantisationOf,
  rounded,
} from './form.js';

/** How many axes lie behind the one that scales go along. */
function axesBehind(node: NodeImport): number {
  const rank = node.rank(0);
  const axis = node.attributes.int('axis', 1);
  if (node.attributes.int('block_size', 0) !== 0)
    throw new Unsupported('it is quantised in blocks');
  node.attributes.ignore('saturate', 'precision');
  return node.rank(1) === 0 || node.shape(1)[0] === 1 ? 0 : rank - 1 - resolveAxis(axis, rank);
}

const quantize: Lowering = (node) => {
  node.remark(note);
  const form = quantisationOf(node, 1, 2, axesBehind(node));
  const steps = node.g.div({ a: floats(node, 0), b: form.scale }, {}, node.name('steps'));
  const declared = node.attributes.int('output_dtype', 0);
  const zero = node.has(2) ? elementTypeOf(node.operand(2)) : elementTypes.uint8;
  const elementType = declared === 0 ? zero : declared;
  if (elementType === undefined) throw new Unsupported('the type of its zero point is not known');
  return rounded(node, steps, form, elementType);
};

const dequantize: Lowering = (node) => {
  node.remark(note);
  node.attributes.ignore('output_dtype');
  const after = axesBehind(node);
  const constant = dequantisedConstant(node, after);
  if (constant !== undefined) return constant;
  return dequantised(node, floats(node, 0), quantisationOf(node, 1, 2, after), node.name());
};

/** Weights become floats while they are imported, so that convolutions lay them out as any others. */
function dequantisedConstant(node: NodeImport, after: number): ConstantOperand | undefined {
  const [x, scale, zero] = [
    node.operand(0),
    node.operand(1),
    node.has(2) ? node.operand(2) : undefined,
  ];
  if (x.kind !== 'constant' || scale.kind !== 'constant') return undefined;
  if (zero !== undefined && zero.kind !== 'constant') return undefined;
  const { dims } = x.proto;
  const inner = dims.slice(dims.length - after).reduce((a, b) => a * b, 1);
  const count = scale.elements.length;
  const data = Float32Array.from(x.elements as ArrayLike<number | bigint>, (element, i) => {
    const at = Math.floor(i / inner) % count;
    const steps = Number(element) - Number(zero?.elements[at] ?? 0);
    return Math.fround(steps) * Number(scale.elements[at]);
  });
  return constantOf(node.name(), dims, data);
}

/** The scale that spreads what is there, 0 included, over 256 steps. */
function dynamic(node: NodeImport): Lowered {
  node.remark(note);
  const { g } = node;
  const x = node.value(0);
  const all = { axes: x.shape.map((_, axis) => axis), keepDims: false };
  const nought = numberOf(node, 0, 'nought');
  const extremum = (op: 'minimum' | 'maximum', a: Value): Value =>
    g[op]({ a, b: nought }, {}, node.name(op));
  const low = extremum('minimum', g.reduceMin({ x }, all, node.name('least')));
  const high = extremum('maximum', g.reduceMax({ x }, all, node.name('greatest')));
  const span = g.sub({ a: high, b: low }, {}, node.name('span'));
  const spread = g.div({ a: span, b: numberOf(node, 255, 'steps') }, {}, node.name('spread'));
  const flat = g.equal({ a: spread, b: nought }, {}, node.name('isFlat'));
  const one = numberOf(node, 1, 'one');
  const scale = g.where({ condition: flat, a: one, b: spread }, {}, node.name('scale'));
  const start = g.div({ a: g.neg({ x: low }), b: scale }, {}, node.name('start'));
  const { uint8 } = elementTypes;
  const zero = g.clip({ x: g.round({ x: start }) }, { min: 0, max: 255 }, node.name('zero'));
  const steps = g.div({ a: x, b: scale }, {}, node.name('steps'));
  const y = rounded(node, steps, { zero }, uint8);
  return [y, scale, { ...narrow(node, zero, uint8), name: node.name('zero') }];
}

/** To integers and back; Microsoft's operators of the same names take the same operands. */
export const linear: Lowerings = {
  QuantizeLinear: quantize,
  DequantizeLinear: dequantize,
  DynamicQuantizeLinear: dynamic,
  'com.microsoft.QuantizeLinear': quantize,
  'com.microsoft.DequantizeLinear': dequantize,
};
