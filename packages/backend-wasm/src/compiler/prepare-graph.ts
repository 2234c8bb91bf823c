import {
  allocate,
  type CompileOptions,
  type Graph,
  type Tensor,
  type TensorData,
  UnsupportedOpError,
} from '@separable/core';
import { compileSite, kernelOf, reasonAgainst } from '../kernel-table.js';
import { aligned } from '../memory/arena.js';
import { Breath } from '../runtime/breath.js';
import { aborted } from '../runtime/queue.js';
import { fuseResiduals } from './fuse-residuals.js';

/** Bytes at the start of memory that nothing uses, so that no address is 0. */
const firstAddress = 1024;

/** An array of weights and where it lies. */
export interface PlacedWeights {
  readonly address: number;
  readonly data: TensorData;
}

/** A graph whose constants have an address, for every size it may run at. */
export interface PreparedGraph {
  /** The graph as it came, for binding sizes; its constants have lost their data. */
  readonly types: Graph;
  /** By node: what `pack` made, and the operands it took over. */
  readonly packed: ReadonlyMap<
    string,
    { readonly address: number; readonly takes: ReadonlySet<string> }
  >;
  /** Addresses of the constants that kernels read as they are. */
  readonly constants: ReadonlyMap<string, number>;
  /** By node: the node that does its work, where fusion took it in. */
  readonly absorbed: ReadonlyMap<string, string>;
  /** Where the weights end. */
  readonly end: number;
  /** Bytes of packed operands and constants. */
  readonly bytes: number;
}

/**
 * Packs the constants of a graph and gives each a place in memory.
 *
 * @returns the prepared graph, and the weights for its memory
 * @throws UnsupportedOpError listing every node without a kernel
 * @throws AbortedError when the signal ends it
 */
export async function prepareGraph(
  graph: Graph,
  options: CompileOptions = {},
): Promise<{ readonly prepared: PreparedGraph; readonly weights: readonly PlacedWeights[] }> {
  refuseUnsupported(graph);
  const breath = new Breath();
  const packed = new Map<string, { address: number; takes: ReadonlySet<string> }>();
  const weights: PlacedWeights[] = [];
  let end = firstAddress;
  let bytes = 0;
  const place = (data: TensorData): number => {
    const address = end;
    weights.push({ address, data });
    end += aligned(data.byteLength);
    bytes += data.byteLength;
    return address;
  };
  for (const [index, node] of graph.nodes.entries()) {
    if (breath.due) await breath.take();
    if (options.signal?.aborted === true) {
      throw aborted(`compiling '${graph.name}'`, options.signal);
    }
    const made = kernelOf(node.op)!.pack?.(compileSite(node, graph));
    if (made !== undefined) {
      packed.set(node.name, { address: place(made.data), takes: new Set(made.takes) });
    }
    options.onProgress?.((index + 1) / graph.nodes.length);
  }
  const constants = new Map<string, number>();
  const retain = (value: string): void => {
    const constant = graph.constants.get(value);
    if (constant !== undefined && !constants.has(value)) {
      constants.set(value, place(constant.data));
    }
  };
  for (const node of graph.nodes) {
    for (const [operand, ref] of Object.entries(node.inputs)) {
      if (packed.get(node.name)?.takes.has(operand) !== true) [ref].flat().forEach(retain);
    }
  }
  for (const { value } of graph.outputs) retain(value);
  const { absorbed } = fuseResiduals(graph);
  const types = withoutData(graph);
  return { prepared: { types, packed, constants, absorbed, end, bytes }, weights };
}

function refuseUnsupported(graph: Graph): void {
  const refused = graph.nodes.flatMap((node) => {
    const reason = reasonAgainst(node, graph);
    return reason === undefined ? [] : [{ node: node.name, op: node.op, reason }];
  });
  if (refused.length > 0) {
    throw new UnsupportedOpError(`backend wasm cannot run graph '${graph.name}':`, refused, {
      hint: 'decompose derived ops before compiling, as sessions do',
    });
  }
}

function withoutData(graph: Graph): Graph {
  const constants = new Map<string, Tensor>();
  for (const [name, { dtype, shape }] of graph.constants) {
    constants.set(name, { dtype, shape, data: allocate(dtype, 0) });
  }
  return { ...graph, constants };
}
