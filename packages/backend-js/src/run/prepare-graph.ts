import {
  Breath,
  allocate,
  type CompileOptions,
  type Graph,
  operandTypes,
  type Tensor,
  type TensorData,
  UnsupportedOpError,
} from '@separable/core';
import { type AnyPlanner, kernelOf, reasonAgainst } from '../kernel-table.js';
import { aborted } from './queue.js';

/** A graph whose constants have been packed or copied, for every size it may run at. */
export interface PreparedGraph {
  /** The types of the graph; its constants have lost their data. */
  readonly types: Graph;
  /** In the order of the nodes. */
  readonly planners: readonly AnyPlanner[];
  /** By node: operands that `prepare` has taken over. */
  readonly packed: readonly ReadonlySet<string>[];
  /** Constants that kernels read as they are. */
  readonly constants: ReadonlyMap<string, TensorData>;
  /** By node name: the kernel in words. */
  readonly kernels: ReadonlyMap<string, string>;
  /** Bytes of packed operands and constants. */
  readonly bytes: number;
}

/**
 * Packs the constants of a graph.
 *
 * @throws UnsupportedOpError listing every node without a kernel
 * @throws AbortedError when the signal ends it
 */
export async function prepareGraph(
  graph: Graph,
  options: CompileOptions = {},
): Promise<PreparedGraph> {
  refuseUnsupported(graph);
  // A node takes a while to pack: with the usual limit a page would be held for 40 ms and that.
  const breath = new Breath(8);
  const planners: AnyPlanner[] = [];
  const packed: ReadonlySet<string>[] = [];
  const kernels = new Map<string, string>();
  let bytes = 0;
  for (const node of graph.nodes) {
    if (breath.due) await breath.take();
    if (options.signal?.aborted === true)
      throw aborted(`compiling '${graph.name}'`, options.signal);
    const kernel = kernelOf(node.op)!;
    const constants: Record<string, Tensor> = {};
    for (const [operand, ref] of Object.entries(node.inputs)) {
      const constant = typeof ref === 'string' ? graph.constants.get(ref) : undefined;
      if (constant !== undefined) constants[operand] = constant;
    }
    const prepared = kernel.prepare?.({
      node: node.name,
      attributes: node.attributes,
      operands: operandTypes(graph.values, node),
      constants,
    });
    const planner = prepared ?? (kernel as AnyPlanner);
    planners.push(planner);
    packed.push(new Set(prepared?.packed));
    kernels.set(node.name, planner.label ?? node.op);
    bytes += prepared?.bytes ?? 0;
    options.onProgress?.(planners.length / graph.nodes.length);
  }
  const constants = retainedConstants(graph, packed);
  for (const data of constants.values()) bytes += data.byteLength;
  return { types: withoutData(graph), planners, packed, constants, kernels, bytes };
}

function refuseUnsupported(graph: Graph): void {
  const refused = graph.nodes.flatMap((node) => {
    const reason = reasonAgainst(node, graph);
    return reason === undefined ? [] : [{ node: node.name, op: node.op, reason }];
  });
  if (refused.length > 0) {
    throw new UnsupportedOpError(`backend js cannot run graph '${graph.name}':`, refused, {
      hint: 'decompose derived ops before compiling, as sessions do',
    });
  }
}

/** Copies of the constants that are read by a kernel that did not pack them, or are outputs. */
function retainedConstants(
  graph: Graph,
  packed: readonly ReadonlySet<string>[],
): ReadonlyMap<string, TensorData> {
  const retained = new Map<string, TensorData>();
  const retain = (value: string): void => {
    const constant = graph.constants.get(value);
    if (constant !== undefined && !retained.has(value)) retained.set(value, constant.data.slice());
  };
  graph.nodes.forEach((node, index) => {
    for (const [operand, ref] of Object.entries(node.inputs)) {
      if (!packed[index]!.has(operand)) [ref].flat().forEach(retain);
    }
  });
  for (const { value } of graph.outputs) retain(value);
  return retained;
}

function withoutData(graph: Graph): Graph {
  const constants = new Map<string, Tensor>();
  for (const [name, { dtype, shape }] of graph.constants) {
    constants.set(name, { dtype, shape, data: allocate(dtype, 0) });
  }
  return { ...graph, constants };
}
