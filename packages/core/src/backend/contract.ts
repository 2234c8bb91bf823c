/**
 * The contract between the graph and the engines that run it.
 *
 * A **backend** turns a graph into something that computes it, on one device. It answers honestly,
 * node by node, what it can run; it never changes what the graph means, never runs a node elsewhere,
 * and never keeps a caller's memory. What a backend cannot run is decomposed or refused before it
 * compiles: a graph that reaches `compile` holds only nodes it called native.
 *
 * A backend is *not* a place for graph rewriting that others could use (write a pass), for op
 * semantics (the op table has them), or for choosing between engines (sessions do).
 *
 * Life runs provider → backend → executable → tensors. Each stage is disposed by its owner with
 * `Symbol.asyncDispose`; disposing twice is harmless; using anything afterwards throws
 * `DisposedError`. There is no list of known backends: anyone may write a provider, and the
 * conformance suite says whether it keeps this contract.
 *
 * @module
 */
import type { DType } from '../data/dtype.js';
import type { Tensor } from '../data/tensor.js';
import type { Graph, Node } from '../graph/graph.js';

/** A way to get a backend. Making one is cheap and touches no device. */
export interface BackendProvider {
  /** Short and stable, such as `js` or `ort:webgpu`; receipts and reports show it. */
  readonly name: string;
  /** Looks whether the engine is really there. Never throws; safe to call repeatedly. */
  probe(): Promise<Probe>;
  /**
   * Takes the device.
   *
   * @throws BackendUnavailableError when the engine is not there
   */
  create(): Promise<Backend>;
}

/** What a provider found. */
export type Probe = AvailableProbe | { readonly available: false; readonly reason: string };

export interface AvailableProbe {
  readonly available: true;
  /** What will compute, in a person's words: `CPU, plain JavaScript`. */
  readonly device: string;
  /** Facts that explain speed and behaviour, such as `simd: true` or `threads: 2`. */
  readonly features: Readonly<Record<string, string | number | boolean>>;
}

/** Whether a backend runs a node as it stands. */
export type Support =
  | { readonly native: true }
  | { readonly native: false; readonly reason: string };

/** An engine on a device. */
export interface Backend extends AsyncDisposable {
  readonly name: string;
  readonly device: string;
  /**
   * Whether this backend runs the node natively, for every size its shapes may take. Depends on
   * nothing but its arguments and has no side effects. `graph` gives the types of operands.
   */
  support(node: Node, graph: Graph): Support;
  /**
   * Prepares a graph of natively supported nodes: packs weights, generates code. The graph may keep
   * symbolic dimensions. Constants are not needed after this returns.
   *
   * @throws UnsupportedOpError when a node is not native
   * @throws AbortedError when the signal ends it
   */
  compile(graph: Graph, options?: CompileOptions): Promise<Executable>;
}

export interface CompileOptions {
  readonly signal?: AbortSignal;
  /** Called now and then with work done so far, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** How many concrete sizes keep their plan at once; 8 unless given. */
  readonly planLimit?: number;
}

/** A compiled graph. */
export interface Executable extends AsyncDisposable {
  /** For each node the kernel that runs it, in the backend's words. */
  readonly kernels: ReadonlyMap<string, string>;
  /**
   * Computes the outputs for inputs of any size that fits the graph.
   *
   * Concurrent calls are correct. Inputs are only read, and only until the promise settles; outputs
   * belong to the caller. After a rejection the executable still works.
   *
   * @throws ShapeMismatchError when the sizes fit the inputs but not a node inside
   * @throws AbortedError when the signal ends the run
   * @throws ExecutionError when the engine fails
   * @throws DisposedError after disposal
   */
  run(inputs: TensorMap, options?: RunOptions): Promise<TensorMap>;
  /**
   * The same, leaving outputs where they were made. A backend whose memory is the caller's memory
   * hands out tensors whose `read` costs nothing.
   */
  runOnDevice(
    inputs: Readonly<Record<string, Tensor | DeviceTensor>>,
    options?: RunOptions,
  ): Promise<Readonly<Record<string, DeviceTensor>>>;
  /** What the executable occupies now. */
  memory(): MemoryUse;
}

/** Tensors by the name of an input or an output. */
export type TensorMap = Readonly<Record<string, Tensor>>;

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Called after each node when given; measuring may slow the run. */
  readonly onNode?: (profile: NodeProfile) => void;
}

/** The time one node took. */
export interface NodeProfile {
  readonly node: string;
  readonly milliseconds: number;
}

/** Bytes held by an executable. */
export interface MemoryUse {
  /** Weights in the form the kernels read, one copy for all sizes. */
  readonly weights: number;
  /** Intermediate tensors and scratch of all cached plans. */
  readonly activations: number;
}

/** A tensor in the memory of the device that made it. */
export interface DeviceTensor extends AsyncDisposable {
  readonly dtype: DType;
  readonly shape: readonly number[];
  /** Copies it to the caller. */
  read(): Promise<Tensor>;
}
