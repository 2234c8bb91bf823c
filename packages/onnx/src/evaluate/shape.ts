import { dim } from '@separable/core';
import { whole } from '../import/quantity.js';
import { elementTypes } from '../proto/element-types.js';
import type { Evaluators } from './evaluator.js';

const elementType = elementTypes.int64;

/** `Shape` (a part of it from opset 15) and `Size`: where sizes enter computations. */
export const shape: Evaluators = {
  Shape(node) {
    const all = node.shape(0);
    const start = clamp(node.attributes.int('start', 0), all.length);
    const end = clamp(node.attributes.int('end', all.length), all.length);
    const elements = all.slice(start, Math.max(start, end)).map(whole);
    return { elementType, dims: [elements.length], elements };
  },
  Size(node) {
    return { elementType, dims: [], elements: [whole(dim.product(node.shape(0)))] };
  },
};

function clamp(position: number, rank: number): number {
  return Math.min(Math.max(position < 0 ? position + rank : position, 0), rank);
}
