import { definitionOf, type Node, typeOf } from '@separable/core';
import type { Workaround } from './workaround.js';

function inParts(because: string, appliesTo: Workaround['appliesTo']): Workaround {
  return {
    because,
    appliesTo,
    instead: (node: Node, { g, operands }) =>
      definitionOf(node.op).decompose!(g, operands, node.attributes),
  };
}

/** `LRN` adds and subtracts as its window slides: one NaN or Infinity stays in all sums behind it. */
export const lrnOfSpecials: Workaround = inParts(
  'ONNX Runtime 1.30, LRN of [NaN, 1, 1, 1, …] is NaN everywhere',
  ({ op }) => op === 'lrn',
);

/** `ThresholdedRelu` gives 0 for NaN. */
export const thresholdedReluOfNaN: Workaround = inParts(
  'ONNX Runtime 1.30, ThresholdedRelu of [NaN] is [0]',
  ({ op }) => op === 'thresholdedRelu',
);

/** `ReduceL1` and `ReduceSumSquare` of integers stop at the end of the range instead of wrapping. */
export const integerNorms: Workaround = inParts(
  'ONNX Runtime 1.30, ReduceSumSquare of int32 [65536] is [2147483647]',
  (node, graph) =>
    (node.op === 'reduceL1' || node.op === 'reduceSumSquare') &&
    typeOf(graph, node.inputs['x'] as string).dtype !== 'float32',
);
