import {
  type AttributeValue,
  type Graph,
  type Node,
  operandTypes,
  type Tensor,
  type ValueType,
} from '@separable/core';
import type { FunctionBuilder, Local, ModuleBuilder } from './encoder/index.js';
import type { ConcreteType, Instructions } from './kernel.js';
import * as kernels from './kernels/index.js';

/** One value, or a list for an operand that takes many; absent when an optional operand is. */
export type Named<V> = Readonly<Record<string, V | readonly V[] | undefined>>;

type Attributes = Readonly<Record<string, AttributeValue>>;

/** A kernel whose op has been forgotten, as the table holds it; `kernel.ts` explains the members. */
export interface AnyKernel {
  readonly addsResidual?: boolean;
  refuse?(site: AnyCompileSite): string | undefined;
  pack?(site: AnyCompileSite): AnyPacked | undefined;
  plan(site: AnyPlanSite): AnyPlan;
}

export interface AnyCompileSite {
  readonly node: string;
  readonly attributes: Attributes;
  readonly operands: Named<ValueType>;
  readonly constants: Readonly<Record<string, Tensor | undefined>>;
}

interface AnyPlanSite {
  readonly node: string;
  readonly attributes: Attributes;
  readonly operands: Named<ConcreteType>;
  readonly results: readonly ConcreteType[];
  readonly isPacked: boolean;
  readonly instructions: Instructions;
  readonly threads: number;
  readonly hasResidual: boolean;
}

export interface AnyPacked {
  readonly takes: readonly string[];
  readonly data: Float32Array | Int32Array | Uint8Array;
}

export type AnyPlan = { readonly view: string } | AnyStagePlan;

export interface AnyStagePlan {
  readonly label: string;
  readonly inPlace?: readonly string[];
  readonly threadScratch?: number;
  readonly scratch?: number;
  readonly math?: Readonly<Record<string, number>>;
  readonly stages: readonly AnyStage[];
}

export interface AnyStage {
  readonly units: number;
  emit(site: {
    readonly module: ModuleBuilder;
    readonly f: FunctionBuilder;
    readonly unit: Local<'i32'>;
    readonly threadScratch: Local<'i32'>;
    readonly operands: Named<number>;
    readonly residual: number | undefined;
    readonly results: readonly number[];
    readonly scratch: number;
    readonly packed: number;
  }): void;
}

const table: ReadonlyMap<string, unknown> = new Map(Object.entries(kernels));

/** The kernel of an op, or undefined where there is none. */
export function kernelOf(op: string): AnyKernel | undefined {
  return table.get(op) as AnyKernel | undefined;
}

/** A node with the operands that are constants of its graph. */
export function compileSite(node: Node, graph: Graph): AnyCompileSite {
  const constants: Record<string, Tensor> = {};
  for (const [operand, ref] of Object.entries(node.inputs)) {
    const constant = typeof ref === 'string' ? graph.constants.get(ref) : undefined;
    if (constant !== undefined) constants[operand] = constant;
  }
  const operands = operandTypes(graph.values, node);
  return { node: node.name, attributes: node.attributes, operands, constants };
}

/** Why this backend cannot run a node, or undefined when it can. */
export function reasonAgainst(node: Node, graph: Graph): string | undefined {
  const kernel = kernelOf(node.op);
  if (kernel === undefined) return `backend wasm has no kernel for ${node.op}`;
  return kernel.refuse?.(compileSite(node, graph));
}
