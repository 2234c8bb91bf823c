import { type DType, type Graph, type Node, operandsOf, type Shape, typeOf } from '@separable/core';
import { exportedOperators } from '@separable/onnx';
import { webgpuOperators } from './webgpu-operators.js';

/**
 * Why the WebGPU provider of onnxruntime-web 1.30 cannot be trusted with a node; undefined when it can.
 * What is named here was found by the conformance suite.
 */
export function webgpuProblem(node: Node, graph: Graph): string | undefined {
  return (
    inaccurate[node.op] ??
    partlyEmpty(node, graph) ??
    problems[node.op]?.(node, graph) ??
    lackingOperator(node, graph)
  );
}

/** Ops whose kernels lose digits that the definition keeps. */
const inaccurate: Readonly<Record<string, string>> = {
  layerNorm: 'its kernel takes the variance as E[x²] − E[x]², which loses all digits far from 0',
  instanceNorm: 'its kernel takes the variance as E[x²] − E[x]², which loses all digits far from 0',
  reduceLogSumExp: 'its kernel does not subtract the maximum, so that exp overflows',
  asinh: 'its kernel is log(x + √(x² + 1)), which cancels for negative x',
};

type Problem = (node: Node, graph: Graph) => string | undefined;

const problems: Readonly<Record<string, Problem>> = {
  conv2d: paddedAtTheEnd,
  channelShuffle: ({ outputs }, graph) =>
    typeOf(graph, outputs[0]!).shape.filter((extent) => typeof extent === 'string').length > 1
      ? 'its sizes are computed from symbols, which onnxruntime does on the CPU'
      : undefined,
  slice: ({ attributes }) =>
    (attributes['steps'] as readonly number[] | null)?.some((step) => step < 0) === true
      ? 'its kernel begins a slice of negative step at the last element'
      : undefined,
  gather: ({ inputs }, { constants }) =>
    constants.has(inputs['indices'] as string)
      ? undefined
      : 'its kernel does not report indices that are out of range, so they must be constants',
  pow(node, graph) {
    const [result] = node.outputs;
    const made = typeOf(graph, result!).shape.join();
    const isStretched = (operand: string): boolean =>
      typeOf(graph, node.inputs[operand] as string).shape.join() !== made;
    return isStretched('a') && isStretched('b')
      ? 'its shader does not compile where both operands are stretched'
      : undefined;
  },
};

/** A 1 × 1 convolution is taken for a matrix product wherever the padding above and to the left is 0. */
function paddedAtTheEnd({ inputs, attributes }: Node, graph: Graph): string | undefined {
  const [height, width] = typeOf(graph, inputs['filter'] as string).shape;
  const { padding } = attributes;
  if (height !== 1 || width !== 1 || typeof padding !== 'object' || padding === null) {
    return undefined;
  }
  const { top, left, bottom, right } = padding as Readonly<Record<string, number>>;
  const isAtTheEnd = top === 0 && left === 0 && (bottom !== 0 || right !== 0);
  return isAtTheEnd ? 'its 1 × 1 convolution ignores padding below and to the right' : undefined;
}

/** There are no buffers of no bytes, so nothing can be made of one; a result of none needs no run. */
function partlyEmpty(node: Node, graph: Graph): string | undefined {
  const isEmpty = (name: string): boolean => (typeOf(graph, name).shape as Shape).includes(0);
  const results = node.outputs.filter(isEmpty);
  const isSome = results.length < node.outputs.length;
  return isSome && (results.length > 0 || operandsOf(node).some(isEmpty))
    ? 'it takes no tensors without elements'
    : undefined;
}

function lackingOperator(node: Node, graph: Graph): string | undefined {
  const operand = [node.inputs['x'] ?? node.inputs['a'] ?? operandsOf(node)].flat()[0];
  if (operand === undefined) return undefined;
  const { dtype } = typeOf(graph, operand);
  const operators = exportedOperators(node, graph, { numerics: 'plain' });
  if (operators.includes('Shape')) {
    return 'its sizes are computed from symbols, which onnxruntime does on the CPU';
  }
  if (operators.length === 0)
    return isWide(dtype) ? undefined : `it has no kernel to copy ${dtype}`;
  const lacking = operators.find((name) => webgpuOperators[name]?.includes(dtype) !== true);
  return lacking === undefined ? undefined : `it has no kernel for ${lacking} of ${dtype}`;
}

/** Of four bytes an element, as shaders have them. */
function isWide(dtype: DType): boolean {
  return dtype === 'float32' || dtype === 'int32';
}
