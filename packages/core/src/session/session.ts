import type {
  BackendProvider,
  DeviceTensor,
  MemoryUse,
  RunOptions,
  TensorMap,
} from '../backend/contract.js';
import type { Tensor } from '../data/tensor.js';
import type { Graph } from '../graph/graph.js';
import type { Placement } from './placement.js';
import type { InputShapes } from './sample-inputs.js';
import type { SessionOptions } from './session-options.js';

/** Inputs of a run, some of which may lie on the device already. */
export type DeviceInputs = Readonly<Record<string, Tensor | DeviceTensor>>;

/** A graph ready to run on the backends it was placed on. */
export interface Session extends AsyncDisposable {
  /** The caller's graph. */
  readonly graph: Graph;
  /** The graph after passes and decomposition, as it runs. */
  readonly compiled: Graph;
  /** What runs where. */
  readonly placement: Placement;
  /** The providers looked at in order, and why those that run nothing were passed over. */
  readonly considered: readonly Considered[];
  /** Resolves when no better engine is being looked for in the background; never rejects. */
  readonly settled: Promise<void>;
  /** Milliseconds of the parts of {@link createSession}, or of the last switch. */
  readonly timing: SessionTiming;
  /**
   * Computes the outputs.
   *
   * @throws InputMismatchError on missing, extra or ill-fitting inputs
   * @throws ShapeMismatchError when the sizes fit the inputs but not a node inside
   * @throws ExecutionError when the engine fails; BackendUnavailableError when it is gone
   * @throws AbortedError when the signal ends the run; DisposedError after disposal
   */
  run(inputs: TensorMap, options?: RunOptions): Promise<TensorMap>;
  /** The same, leaving the outputs on the device. Device tensors of the same backend may be inputs. */
  runOnDevice(
    inputs: DeviceInputs,
    options?: RunOptions,
  ): Promise<Readonly<Record<string, DeviceTensor>>>;
  /**
   * Runs once on sample inputs, so that the next run of these sizes finds plans, code and memory made.
   *
   * @param shapes by input; an open first extent counts as 1, other open ones are needed
   */
  warmUp(shapes?: InputShapes, options?: RunOptions): Promise<void>;
  /**
   * Moves the graph to another provider. The engine in use answers until the new one is ready; runs in
   * flight end where they began, then the old engine is disposed of. When the new one fails, everything
   * stays as it was. Switches asked for meanwhile wait for their turn.
   *
   * @throws BackendUnavailableError, UnsupportedOpError or ExecutionError when it cannot take over
   * @throws AbortedError when the signal ends it; DisposedError after disposal
   */
  switchTo(provider: BackendProvider, options?: SwitchOptions): Promise<void>;
  memory(): MemoryUse;
}

export type SwitchOptions = Pick<SessionOptions, 'signal' | 'onProgress' | 'warmUp'>;

/** One provider's turn. */
export interface Considered {
  readonly backend: string;
  /** Whether it runs the graph or part of it. */
  readonly chosen: boolean;
  /** Why it was passed over; empty for the one chosen first. */
  readonly reason: string;
  /** Milliseconds of a run, where it was measured. */
  readonly milliseconds?: number;
}

export interface SessionTiming {
  /** Passes and legalisation. */
  readonly optimise: number;
  /** The backend's compile. */
  readonly compile: number;
}
