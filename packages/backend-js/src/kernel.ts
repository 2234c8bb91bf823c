/**
 * What a kernel is: the code that computes one op on plain arrays.
 *
 * A kernel goes through up to four stages, each done as rarely as it can be:
 *
 * 1. `prepare(node)`, once per executable: packs operands that are constants. Only kernels that have
 *    something to pack have it; the others are their own {@link Planner}.
 * 2. `plan(site)`, once per concrete size: chooses loops, computes offsets and tables, says how much
 *    scratch it wants and which operands its result may overwrite.
 * 3. `bind(memory)`, whenever the plan gets its memory: closes over the arrays and returns the step.
 * 4. the step, once per run: computes. It allocates nothing.
 *
 * Rules every kernel keeps:
 *
 * - It writes **every** element of its results: memory holds leftovers of other nodes, scratch too.
 * - It never writes to an operand, except through a result that took an operand's memory over
 *   because the plan's `inPlace` allowed it.
 * - Any extent may be zero, any operand may be a constant or not.
 * - Data is row-major; `bool` is a Uint8Array of 0 and 1. Arithmetic is done on JavaScript numbers
 *   and rounded when it is stored.
 * - It skips no zero: 0 · NaN is NaN.
 *
 * One file of `kernels/` holds the kernel of one op, under the op's name; `kernels/index.ts` is
 * generated from the folder (`pnpm generate`).
 * Code that several kernels share lives in a folder named after what it is (`elementwise/`,
 * `convolution/`, …).
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
  TensorData,
  ValueType,
} from '@separable/core';

/** The operands of op `K` by name, with `V` for each: `undefined` where an optional one is absent. */
export type Operands<K extends OpName, V> =
  Ops[K] extends OpDefinition<infer O, infer _A, infer _R> ? OperandsOf<O, V> : never;

/** A dtype and a shape without symbols. */
export interface ConcreteType {
  readonly dtype: DType;
  readonly shape: readonly number[];
}

/** A node as compilation sees it: dimensions may still be symbols, some operands are constants. */
export interface CompileSite<K extends OpName> {
  /** The node's name, for messages. */
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
}

/** A kernel as the backend's table holds it. */
export type Kernel<K extends OpName> = (Planner<K> | PackingKernel<K>) & {
  /** Why a node cannot be run, or undefined when it can; without it every node of the op can. */
  refuse?(site: Omit<CompileSite<K>, 'constants'>): string | undefined;
};

/** A kernel that rearranges constant operands once. */
export interface PackingKernel<K extends OpName> {
  prepare(site: CompileSite<K>): Prepared<K>;
}

/** What `prepare` leaves: a planner that owns packed copies. */
export interface Prepared<K extends OpName> extends Planner<K> {
  /** Constant operands whose packed copy replaces them: in `memory.operands` they are empty arrays. */
  readonly packed: readonly (keyof Operands<K, unknown> & string)[];
  /** Bytes of the packed copies. */
  readonly bytes: number;
}

/** Makes plans for concrete sizes. */
export interface Planner<K extends OpName> {
  /** The kernel in a person's words, for receipts; the op's name unless given. */
  readonly label?: string;
  plan(site: PlanSite<K>): Plan<K>;
}

/** How a node is run at one size: by a step, or not at all. */
export type Plan<K extends OpName> = StepPlan<K> | ViewPlan<K>;

/** The only result holds the operand's elements in the operand's order: it takes no memory or time. */
export interface ViewPlan<K extends OpName> {
  readonly view: keyof Operands<K, unknown> & string;
}

export interface StepPlan<K extends OpName> {
  /**
   * Operands (not lists) whose memory the **first** result may take over: as many elements of as many
   * bytes, and element i of the operand is read for the last time before element i of the result
   * is written. Several may be named; at most one is overwritten, unless they are the same value.
   */
  readonly inPlace?: readonly (keyof Operands<K, unknown> & string)[];
  /** Arrays to work in while the step runs; their contents are arbitrary at the start of a step. */
  readonly scratch?: readonly Scratch[];
  bind(memory: Memory<K>): Step;
}

export interface Scratch {
  readonly dtype: DType;
  /** In elements. */
  readonly length: number;
}

/** The arrays of a node; each has exactly as many elements as its shape says. */
export interface Memory<K extends OpName> {
  readonly operands: Operands<K, TensorData>;
  readonly results: readonly TensorData[];
  readonly scratch: readonly TensorData[];
}

/** Computes the results of one node. */
export type Step = () => void;
