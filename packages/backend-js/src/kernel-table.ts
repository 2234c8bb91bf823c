import {
  type AttributeValue,
  type Graph,
  type Node,
  operandTypes,
  type Tensor,
  type TensorData,
  type ValueType,
} from '@separable/core';
import type { RangeLoop } from './elementwise/unary.js';
import type { ConcreteType, Scratch, Step } from './kernel.js';
import * as kernels from './kernels/index.js';

/** One value, or a list for an operand that takes many; absent when an optional operand is. */
export type Named<V> = Readonly<Record<string, V | readonly V[] | undefined>>;

type Attributes = Readonly<Record<string, AttributeValue>>;

/** A kernel whose op has been forgotten, as the table holds it; `kernel.ts` explains the members. */
export interface AnyKernel {
  refuse?(site: AnySite<ValueType>): string | undefined;
  prepare?(
    site: AnySite<ValueType> & { readonly constants: Readonly<Record<string, Tensor>> },
  ): AnyPrepared;
  plan?: AnyPlanner['plan'];
  readonly label?: string;
  loop?(attributes: Attributes): RangeLoop;
}

interface AnySite<T> {
  readonly node: string;
  readonly attributes: Attributes;
  readonly operands: Named<T>;
}

export interface AnyPlanner {
  readonly label?: string;
  plan(site: AnySite<ConcreteType> & { readonly results: readonly ConcreteType[] }): AnyPlan;
}

interface AnyPrepared extends AnyPlanner {
  readonly packed: readonly string[];
  readonly bytes: number;
}

export type AnyPlan = { readonly view: string } | AnyStepPlan;

export interface AnyStepPlan {
  readonly inPlace?: readonly string[];
  readonly scratch?: readonly Scratch[];
  bind(memory: {
    readonly operands: Named<TensorData>;
    readonly results: readonly TensorData[];
    readonly scratch: readonly TensorData[];
  }): Step;
}

let known: ReadonlyMap<string, unknown> | undefined;

/**
 * The kernel of an op, or undefined where there is none. Looked up when asked, not in a table made on
 * import: kernels that fuse activations import this module, which imports them.
 */
export function kernelOf(op: string): AnyKernel | undefined {
  const table: ReadonlyMap<string, unknown> = (known ??= new Map(Object.entries(kernels)));
  return table.get(op) as AnyKernel | undefined;
}

/** Why this backend cannot run a node, or undefined when it can. */
export function reasonAgainst(node: Node, graph: Graph): string | undefined {
  const kernel = kernelOf(node.op);
  if (kernel === undefined) return `backend js has no kernel for ${node.op}`;
  const operands = operandTypes(graph.values, node);
  return kernel.refuse?.({ node: node.name, attributes: node.attributes, operands });
}
