import { sizeOf } from '@separable/core';
import { isKnownType, type KnownResult, longestKnown, rearrange } from '../import/known.js';
import {
  addQuantities,
  fromFloat,
  multiplyQuantities,
  type Quantity,
  toNumber,
  whole,
} from '../import/quantity.js';
import type { NodeImport } from '../import/node-import.js';
import { elementTypes } from '../proto/element-types.js';
import { elementsOf } from '../tensor/elements.js';
import { saturate } from '../import/attributes.js';
import { stretch } from './elementwise.js';
import type { Evaluators } from './evaluator.js';

/** Operators that make short tensors out of numbers. */
export const filled: Evaluators = {
  Range(node) {
    const [start, limit, delta] = [node.known(0), node.known(1), node.known(2)];
    const numbers = [start, limit, delta].map(
      (known) => known && toNumber(known.elements[0] ?? whole(0)),
    );
    const [from, to, step] = numbers;
    if (start === undefined || from === undefined || to === undefined || !step) return undefined;
    const count = Math.max(0, Math.ceil((to - from) / step));
    if (count > longestKnown) return undefined;
    const elements: Quantity[] = [];
    for (let i = 0; i < count; i++) {
      const next = addQuantities(
        start.elements[0]!,
        multiplyQuantities(whole(i), delta!.elements[0]!)!,
      );
      if (next === undefined) return undefined;
      elements.push(next);
    }
    return { elementType: start.elementType, dims: [count], elements };
  },
  ConstantOfShape(node) {
    const dims = node.known(0)?.elements.map(toNumber);
    if (dims === undefined || !dims.every((d) => d !== undefined && d >= 0)) return undefined;
    const extents = dims as readonly number[];
    const value = fill(node);
    if (value === undefined || sizeOf(extents) > longestKnown) return undefined;
    return rearrange({ ...value, dims: [1] }, extents, () => 0);
  },
  Expand(node) {
    const x = node.known(0);
    const wanted = node.known(1)?.elements.map(toNumber);
    if (x === undefined || !wanted?.every((d) => d !== undefined)) return undefined;
    const rank = Math.max(x.dims.length, wanted.length);
    const dims: number[] = [];
    for (let axis = 1; axis <= rank; axis++) {
      const [have, want] = [x.dims.at(-axis) ?? 1, wanted.at(-axis) ?? 1];
      if (have !== want && have !== 1 && want !== 1) return undefined;
      dims.unshift(have === 1 ? want : have);
    }
    return sizeOf(dims) > longestKnown ? undefined : stretch(x, dims);
  },
};

function fill(node: NodeImport): KnownResult | undefined {
  const tensor = node.attributes.tensor('value');
  if (tensor === undefined)
    return { elementType: elementTypes.float, dims: [1], elements: [whole(0)] };
  if (!isKnownType(tensor.dataType)) return undefined;
  const [element] = elementsOf(tensor);
  if (element === undefined) return undefined;
  const value = typeof element === 'bigint' ? whole(saturate(element)) : fromFloat(element);
  return value && { elementType: tensor.dataType, dims: [1], elements: [value] };
}
