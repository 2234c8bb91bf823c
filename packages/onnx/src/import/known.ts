import { type Dim, sizeOf, type Tensor, tensor } from '@separable/core';
import { elementTypes } from '../proto/element-types.js';
import { errorAt } from '../proto/place.js';
import type { Place } from '../proto/place.js';
import { dtypeOf } from '../tensor/to-tensor.js';
import { saturate } from './attributes.js';
import type { ConstantOperand, KnownOperand } from './operand.js';
import { fromFloat, type Quantity, toDim, toNumber, whole } from './quantity.js';
import { Unsupported } from './unsupported.js';

/** Shapes, axes, scales and the like are short; longer tensors are data. */
export const longestKnown = 1024;

const integers: readonly number[] = [elementTypes.int64, elementTypes.int32, elementTypes.bool];
const floats: readonly number[] = [elementTypes.float, elementTypes.double];

/** Whether elements of this type are whole numbers. */
export function isInteger(elementType: number): boolean {
  return !floats.includes(elementType);
}

/** Whether tensors of this element type take part in shape computations. */
export function isKnownType(elementType: number): boolean {
  return integers.includes(elementType) || floats.includes(elementType);
}

/** What an evaluator makes: a known tensor that has no name yet. */
export type KnownResult = Omit<KnownOperand, 'kind' | 'name'>;

/** A constant of the file as exact quantities, when it is short and every element is one. */
export function knownConstant(operand: ConstantOperand): KnownOperand | undefined {
  operand.known ??= read(operand) ?? 'no';
  return operand.known === 'no' ? undefined : operand.known;
}

function read({ name, proto, elements }: ConstantOperand): KnownOperand | undefined {
  const { dataType, dims } = proto;
  if (elements.length > longestKnown) return undefined;
  if (!isKnownType(dataType)) return undefined;
  const list: Quantity[] = [];
  for (const element of elements) {
    const value = quantityOf(element, isInteger(dataType));
    if (value === undefined) return undefined;
    list.push(value);
  }
  return { kind: 'known', name, elementType: dataType, dims, elements: list };
}

function quantityOf(element: number | bigint, integer: boolean): Quantity | undefined {
  if (typeof element === 'bigint') return whole(saturate(element));
  return integer ? whole(element) : fromFloat(element);
}

/** The elements as dimensions; undefined when one is a fraction. */
export function dimsOf(known: KnownOperand): readonly Dim[] | undefined {
  const dims = known.elements.map(toDim);
  return dims.every((d) => d !== undefined) ? dims : undefined;
}

/** The tensor that a known value is as data. */
export function knownTensor(known: KnownOperand, place: Place): Tensor {
  const dtype = dtypeOf(known.elementType) ?? 'int32';
  const data = known.elements.map((element) => {
    const value = toNumber(element);
    if (value === undefined) {
      const { numerator, denominator } = element;
      const size = denominator === 1 ? `${numerator}` : `(${numerator}) / (${denominator})`;
      throw new Unsupported(
        `it needs the size ${size} as data; pin sizes with the option inputShapes`,
      );
    }
    if (dtype === 'int32' && value !== (value | 0)) {
      throw errorAt(place, `the integer ${value} is outside int32`);
    }
    return value;
  });
  return tensor(dtype, known.dims, data);
}

/** Rearranges elements: the element at each index of the result comes from `from(index)`. */
export function rearrange(
  source: KnownResult,
  dims: readonly number[],
  from: (index: readonly number[]) => number,
): KnownResult | undefined {
  const size = sizeOf(dims);
  if (size > longestKnown) return undefined;
  const index = dims.map(() => 0);
  const elements: Quantity[] = [];
  for (let at = 0; at < size; at++) {
    const element = source.elements[from(index)];
    if (element === undefined) return undefined;
    elements.push(element);
    for (let axis = dims.length - 1; axis >= 0 && ++index[axis]! === dims[axis]; axis--)
      index[axis] = 0;
  }
  return { elementType: source.elementType, dims, elements };
}
