import { bytesPerElement } from '../data/dtype.js';
import { sizeOf } from '../data/tensor.js';
import { bindGraph } from '../graph/bind.js';
import { type Graph, type Node, operandsOf, operandTypes, typeOf } from '../graph/graph.js';
import type { ValueType } from '../op/definition.js';
import { definitionOf } from '../op/table.js';
import { bytesOfValue, type Peak, peakActivations } from './liveness.js';

/** What one node costs. */
export interface NodeCost {
  readonly node: string;
  readonly op: string;
  /** Shape of the first result. */
  readonly shape: readonly number[];
  /** Multiply-accumulates. */
  readonly macs: number;
  /** Arithmetic besides the MACs: bias, activation, comparisons, sums. */
  readonly operations: number;
  /** Numbers in the constants it reads. */
  readonly parameters: number;
  /** Bytes of these constants. */
  readonly weightBytes: number;
  /** Bytes of the activations it reads and writes. */
  readonly activationBytes: number;
  /** MACs of the dense convolution that maps the same shapes; only for separable and grouped kinds. */
  readonly denseMacs: number | undefined;
}

/** What a graph costs at one size. */
export interface GraphCost {
  readonly nodes: readonly NodeCost[];
  readonly macs: number;
  readonly operations: number;
  /** Numbers in all constants, each counted once. */
  readonly parameters: number;
  readonly weightBytes: number;
  readonly peak: Peak;
}

/**
 * MACs, parameters and memory before anything runs.
 *
 * @param shapes shapes of the inputs; may be left out when the graph has no symbols
 * @throws InputMismatchError when a symbol stays without a size
 * @example
 * ```ts
 * import { graphBuilder, graphCost, tensor } from '@separable/core';
 * const g = graphBuilder('one');
 * const x = g.input('x', 'float32', ['batch', 8, 8, 4]);
 * const filter = g.constant('w', tensor('float32', [1, 1, 4, 16]));
 * g.output('y', g.conv2d({ x, filter }));
 * console.log(graphCost(g.build(), { x: [1, 8, 8, 4] }).macs); // 4096
 * ```
 */
export function graphCost(
  graph: Graph,
  shapes: Readonly<Record<string, readonly number[]>> = {},
): GraphCost {
  const bound = bindGraph(graph, shapes);
  const nodes = bound.nodes.map((node) => nodeCost(bound, node));
  const total = (key: 'macs' | 'operations'): number => nodes.reduce((sum, n) => sum + n[key], 0);
  return {
    nodes,
    macs: total('macs'),
    operations: total('operations'),
    ...weightsOf(graph, [...graph.constants.keys()]),
    peak: peakActivations(bound),
  };
}

/** What one node costs; every extent of its operands and results must be a number. */
export function nodeCost(graph: Graph, node: Node): NodeCost {
  const op = definitionOf(node.op);
  const operands = operandTypes(graph.values, node);
  const results = node.outputs.map((name) => typeOf(graph, name));
  const read = operandsOf(node);
  const activations = [...read.filter((name) => !graph.constants.has(name)), ...node.outputs];
  return {
    node: node.name,
    op: node.op,
    shape: (results[0]?.shape ?? []) as readonly number[],
    ...(op.work?.(operands, results, node.attributes) ?? defaultWork(results)),
    ...weightsOf(
      graph,
      read.filter((name) => graph.constants.has(name)),
    ),
    activationBytes: activations.reduce((sum, name) => sum + bytesOfValue(graph, name), 0),
    denseMacs: op.denseMacs?.(operands, results, node.attributes),
  };
}

function defaultWork(results: readonly ValueType[]): { macs: number; operations: number } {
  const sizes = results.map(({ shape }) => sizeOf(shape as readonly number[]));
  return { macs: 0, operations: sizes.reduce((sum, size) => sum + size, 0) };
}

function weightsOf(
  graph: Graph,
  names: readonly string[],
): { parameters: number; weightBytes: number } {
  let [parameters, weightBytes] = [0, 0];
  for (const name of new Set(names)) {
    const { dtype, data } = graph.constants.get(name)!;
    parameters += data.length;
    weightBytes += data.length * bytesPerElement(dtype);
  }
  return { parameters, weightBytes };
}
