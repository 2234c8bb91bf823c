/**
 * What a kernel is: the code that writes the code of one op.
 *
 * A kernel goes through up to three stages:
 *
 * 1. `pack(site)`, once per executable: rearranges constant operands into one array, which lies in the
 *    module's memory for all sizes.
 * 2. `plan(site)`, once per concrete size: chooses tiles, says into how many units the work falls, how
 *    much scratch it wants and which operands its result may overwrite.
 * 3. `emit(place)`, once memory is laid out: writes the body of a WebAssembly function that computes
 *    one unit. All addresses and sizes are numbers by then, so they become immediates.
 *
 * A plan is a list of **stages**; all threads finish a stage before any starts the next. Within a stage
 * threads take units in any order, each once. So:
 *
 * - A unit writes its own part of the results, and no two units write the same byte.
 * - What a unit computes does not depend on the thread that runs it: results are the same bits for any
 *   number of threads.
 * - Every element of the results is written: memory holds leftovers of other nodes.
 * - Nothing outside operands, results, scratch and the packed array is read or written, not even by
 *   part of a vector; `tiles/lanes.ts` has loads and stores of less than four lanes.
 * - An operand is never written, except through a result that took its memory over because `inPlace`
 *   allowed it. Any extent may be zero.
 * - Keep the body of a unit small: V8 has no on-stack replacement for WebAssembly, so code gets fast by
 *   being called again. A unit of 20 to 100 microseconds is right. Code that several units or layers
 *   share goes into `module.once(key, …)`.
 *
 * One file of `kernels/` holds the kernel of one op, under the op's name; `kernels/index.ts` is
 * generated from the folder (`pnpm generate`). An op without a kernel is decomposed by the session
 * where its definition allows it; `support` says no to it with the reason.
 *
 * @module
 */
import type {
  AttributesOf,
  DType,
  OpDefinition,
  OperandsOf,
  OpName,
  Ops,
  Tensor,
} from '@separable/core';
import type { ValueType } from '@separable/core';
import type { FunctionBuilder, Local, ModuleBuilder } from './encoder/index.js';

/** The operands of op `K` by name, with `V` for each: `undefined` where an optional one is absent. */
export type Operands<K extends OpName, V> =
  Ops[K] extends OpDefinition<infer O, infer _A, infer _R> ? OperandsOf<O, V> : never;

/** A dtype and a shape without symbols. */
export interface ConcreteType {
  readonly dtype: DType;
  readonly shape: readonly number[];
}

/** What the machine offers beyond SIMD128. */
export interface Instructions {
  /** Whether `f32x4.relaxed_madd` may be emitted. */
  readonly relaxedMadd: boolean;
  /**
   * Whether the engine's compiler leaves instructions where they are. V8 before version 12 moves all
   * loads of a block ahead of its arithmetic, so that each value loaded takes a register of its own.
   */
  readonly keepsOrder: boolean;
}

/** A node as compilation sees it: dimensions may still be symbols, some operands are constants. */
export interface CompileSite<K extends OpName> {
  readonly node: string;
  readonly attributes: AttributesOf<K>;
  readonly operands: Operands<K, ValueType>;
  /** The operands known at compile time (only those that appear once, not lists). */
  readonly constants: Readonly<Record<string, Tensor | undefined>>;
}

/** A node at one concrete size. */
export interface PlanSite<K extends OpName> {
  readonly node: string;
  readonly attributes: AttributesOf<K>;
  readonly operands: Operands<K, ConcreteType>;
  /** In the order of the op's results. */
  readonly results: readonly ConcreteType[];
  /** Whether `pack` took constant operands over. */
  readonly isPacked: boolean;
  readonly instructions: Instructions;
  /** Threads that will take units. What a unit computes must not depend on it. */
  readonly threads: number;
  /** An operand of the result's type to add to the result; only for kernels that say `addsResidual`. */
  readonly hasResidual: boolean;
}

/** A kernel as the backend's table holds it. */
export interface Kernel<K extends OpName> {
  /** Whether the sum with another tensor can be taken into the kernel. */
  readonly addsResidual?: boolean;
  /** Why a node cannot be run, or undefined when it can; without it every node of the op can. */
  refuse?(site: CompileSite<K>): string | undefined;
  /** Rearranges constant operands; undefined where they are not all constant. */
  pack?(site: CompileSite<K>): Packed<K> | undefined;
  plan(site: PlanSite<K>): Plan<K>;
}

/** Constant operands in the form the kernel reads. */
export interface Packed<K extends OpName> {
  /** The operands it replaces; they have no address of their own. */
  readonly takes: readonly (keyof Operands<K, unknown> & string)[];
  readonly data: Float32Array | Int32Array | Uint8Array;
}

/** How a node is run at one size: by stages, or not at all. */
export type Plan<K extends OpName> = StagePlan<K> | ViewPlan<K>;

/** The only result holds the operand's elements in the operand's order: it takes no memory or time. */
export interface ViewPlan<K extends OpName> {
  readonly view: keyof Operands<K, unknown> & string;
}

export interface StagePlan<K extends OpName> {
  /** The kernel in a person's words, for receipts, such as `pointwise, 4×8 tiles`. */
  readonly label: string;
  /**
   * Operands (not lists) whose memory the **first** result may take over: as many elements of as many
   * bytes, and every unit reads element i of the operand for the last time before it writes
   * element i of the result. `residual` names the operand that was added by fusion.
   */
  readonly inPlace?: readonly ((keyof Operands<K, unknown> & string) | 'residual')[];
  /** Bytes each thread may work in during a unit; nothing survives from one unit to the next. */
  readonly threadScratch?: number;
  /** Bytes that live from the first stage to the last, seen by all threads. */
  readonly scratch?: number;
  /** Functions of JavaScript's `Math` that the code calls, with their number of operands. */
  readonly math?: Readonly<Record<string, number>>;
  readonly stages: readonly Stage<K>[];
}

export interface Stage<K extends OpName> {
  /** Pieces of work; 0 for nothing to do. */
  readonly units: number;
  /** Writes the code of unit `unit`. */
  emit(site: EmitSite<K>): void;
}

/** Where a unit's code goes, and where everything lies. Addresses are bytes in the module's memory. */
export interface EmitSite<K extends OpName> {
  readonly module: ModuleBuilder;
  /** The body of the unit's function. */
  readonly f: FunctionBuilder;
  /** The number of the unit, from 0. */
  readonly unit: Local<'i32'>;
  /** Address of this thread's scratch. */
  readonly threadScratch: Local<'i32'>;
  readonly operands: Operands<K, number>;
  readonly residual: number | undefined;
  readonly results: readonly number[];
  readonly scratch: number;
  readonly packed: number;
}
