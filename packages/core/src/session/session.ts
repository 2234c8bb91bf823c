import type { DeviceTensor, MemoryUse, RunOptions, TensorMap } from '../backend/contract.js';
import type { Tensor } from '../data/tensor.js';
import type { Graph } from '../graph/graph.js';
import type { Placement } from './placement.js';

/** A graph ready to run on the backends it was placed on. */
export interface Session extends AsyncDisposable {
  /** The caller's graph. */
  readonly graph: Graph;
  /** The graph after passes and decomposition, as it runs. */
  readonly compiled: Graph;
  /** What runs where. */
  readonly placement: Placement;
  /** The providers looked at in order, and why those before the last were passed over. */
  readonly considered: readonly Considered[];
  /** Milliseconds of the parts of {@link createSession}. */
  readonly timing: SessionTiming;
  /**
   * Computes the outputs.
   *
   * @throws InputMismatchError on missing, extra or ill-fitting inputs
   * @throws ShapeMismatchError when the sizes fit the inputs but not a node inside
   * @throws AbortedError when the signal ends the run; DisposedError after disposal
   */
  run(inputs: TensorMap, options?: RunOptions): Promise<TensorMap>;
  /** The same, leaving the outputs on the device. Device tensors of the same backend may be inputs. */
  runOnDevice(
    inputs: Readonly<Record<string, Tensor | DeviceTensor>>,
    options?: RunOptions,
  ): Promise<Readonly<Record<string, DeviceTensor>>>;
  memory(): MemoryUse;
}

/** One provider's turn. */
export interface Considered {
  readonly backend: string;
  readonly chosen: boolean;
  /** Why it was passed over; empty for the one chosen. */
  readonly reason: string;
}

export interface SessionTiming {
  /** Passes and legalisation. */
  readonly optimise: number;
  /** The backend's compile. */
  readonly compile: number;
}
