import { type Dim, tensor, type Value } from '@separable/core';
import type { NodeImport } from '../../import/node-import.js';
import type { ConstantOperand, Operand, RuntimeOperand } from '../../import/operand.js';
import { constantOperand } from '../../import/constant-operand.js';
import { Unsupported } from '../../import/unsupported.js';
import { elementTypeName, elementTypes } from '../../proto/element-types.js';
import { makeFloats } from '../../proto/make.js';

/** What is said of every quantised node. */
export const note =
  'quantised nodes are computed in float32, on the values that their integers stand for and rounded where they round';

const { uint8, int8, uint16, int16 } = elementTypes;

const ranges: ReadonlyMap<number, readonly [min: number, max: number]> = new Map([
  [uint8, [0, 255]],
  [int8, [-128, 127]],
  [uint16, [0, 65_535]],
  [int16, [-32_768, 32_767]],
]);

/** Scale and zero point of a tensor: single numbers, or one an entry of an axis. */
export interface Quantisation {
  readonly scale: Value;
  /** Undefined for 0. */
  readonly zero: Value | undefined;
}

/** The element type of an operand, as far as it is known. */
export function elementTypeOf(operand: Operand | undefined): number | undefined {
  if (operand?.kind === 'constant') return operand.proto.dataType;
  if (operand?.kind === 'known') return operand.elementType;
  if (operand?.kind !== 'runtime') return undefined;
  return operand.elementType ?? (operand.dtype === 'uint8' ? uint8 : undefined);
}

/** An operand as float32, whatever it holds. */
export function floats(node: NodeImport, index: number): Value {
  const operand = node.operand(index);
  if (operand.kind === 'runtime' && operand.floats !== undefined) return operand.floats;
  const constant = floatConstant(operand);
  if (constant !== undefined) return node.plain(constant);
  const x = node.value(index);
  return x.dtype === 'float32' ? x : node.g.cast({ x }, { to: 'float32' }, node.name('floats'));
}

/** A constant of integers as one of floats. */
export function floatConstant(operand: Operand): ConstantOperand | undefined {
  if (operand.kind !== 'constant') return undefined;
  if (operand.proto.dataType === elementTypes.float) return operand;
  return constantOf(operand.name, operand.proto.dims, Float32Array.from(operand.elements, Number));
}

export function constantOf(
  name: string,
  dims: readonly number[],
  data: Float32Array,
): ConstantOperand {
  return constantOperand(name, makeFloats(name, dims, data), undefined);
}

/**
 * The scale and zero point at two operands.
 *
 * @param after how many axes come behind the one that scales go along
 */
export function quantisationOf(
  node: NodeImport,
  scale: number,
  zero: number,
  after = 0,
): Quantisation {
  return {
    scale: scaleAt(node, scale, after),
    zero: isZero(node, zero) ? undefined : scaleAt(node, zero, after),
  };
}

/** A scale or zero point, shaped to go along an axis that `after` others come behind. */
export function scaleAt(node: NodeImport, index: number, after = 0): Value {
  return aligned(node, floats(node, index), after);
}

function isZero(node: NodeImport, index: number): boolean {
  if (!node.has(index)) return true;
  const operand = node.operand(index);
  return operand.kind === 'constant' && operand.elements.every((element) => Number(element) === 0);
}

function aligned(node: NodeImport, x: Value, after: number): Value {
  const [extent, ...more] = x.shape;
  if (more.length > 0) throw new Unsupported('it is quantised in blocks');
  if (extent === undefined) return x;
  const shape: readonly Dim[] =
    extent === 1 ? [] : [extent, ...Array.from({ length: after }, () => 1)];
  return shape.length === 1 ? x : node.g.reshape({ x }, { shape }, node.name('aligned'));
}

/** `q − zero`, the integer a quantised number counts in steps of its scale. */
export function centred(node: NodeImport, x: Value, { zero }: Quantisation): Value {
  return zero === undefined ? x : node.g.sub({ a: x, b: zero }, {}, node.name('centred'));
}

/** `(q − zero) · scale`. */
export function dequantised(node: NodeImport, x: Value, form: Quantisation, name?: string): Value {
  return node.g.mul({ a: centred(node, x, form), b: form.scale }, {}, name ?? node.name('real'));
}

/** `clip(round(steps) + zero)` as an operand of a narrow integer type. */
export function rounded(
  node: NodeImport,
  steps: Value,
  { zero }: Pick<Quantisation, 'zero'>,
  elementType: number,
): RuntimeOperand {
  const range = ranges.get(elementType);
  if (range === undefined) throw new Unsupported(`it quantises to ${elementTypeName(elementType)}`);
  const { g } = node;
  const [min, max] = range;
  const whole = g.round({ x: steps }, {}, node.name('rounded'));
  const moved = zero === undefined ? whole : g.add({ a: whole, b: zero }, {}, node.name('moved'));
  return narrow(node, g.clip({ x: moved }, { min, max }, node.name('quantised')), elementType);
}

/** Floats that hold integers, as an operand of their type. */
export function narrow(node: NodeImport, x: Value, elementType: number): RuntimeOperand {
  const dtype = elementType === uint8 ? 'uint8' : 'int32';
  const { shape } = x;
  const parts = {
    name: node.name(),
    dtype,
    shape,
    plain: undefined,
    channelsLast: undefined,
  } as const;
  return { kind: 'runtime', ...parts, floats: x, elementType };
}

/** A number as a constant of the graph. */
export function numberOf(node: NodeImport, value: number, step: string): Value {
  return node.g.constant(node.name(step), tensor('float32', [], [value]));
}

/** A float value as an operand other lowerings can read. */
export function realOperand(plain: Value): RuntimeOperand {
  const { name, dtype, shape } = plain;
  return { kind: 'runtime', name, dtype, shape, plain, channelsLast: undefined };
}
