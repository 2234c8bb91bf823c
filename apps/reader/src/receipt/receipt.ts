import type { NetworkName } from '../networks/network.js';

/** What one network cost, over all its runs on one picture. */
export interface NetworkReceipt {
  readonly network: NetworkName;
  /** The backend's name and device, as `session.placement` has them. */
  readonly backend: string;
  /** Once for detection, once a line for recognition. */
  readonly runs: number;
  /** Multiply-accumulate operations, all runs together, each at its own size. */
  readonly macs: number;
  readonly parameters: number;
  /** Bytes of the largest set of activations alive at once, over all runs. */
  readonly peakActivationBytes: number;
  /** Milliseconds to read and import the ONNX file. */
  readonly loadMs: number;
  /** Milliseconds to make the session: passes, weights packed. */
  readonly compileMs: number;
  /** Milliseconds in all runs together. */
  readonly runMs: number;
  /** Nodes run as they stand. */
  readonly nodesNative: number;
  /** Nodes that came from the decomposition of another. */
  readonly nodesDecomposed: number;
}
