import type { AvailableProbe, Graph, Node } from '@separable/core';
import type { ExportOptions } from '@separable/onnx';
import type { InferenceSession } from 'onnxruntime-web';
import type { Build } from '../engine/build.js';
import type { Runtime } from '../engine/runtime.js';

/** One of onnxruntime-web's ways to compute. */
export interface ExecutionProvider {
  /** `ort:` and onnxruntime-web's name for it. */
  readonly name: string;
  readonly build: Build;
  /** Threads to start the build with; undefined when the caller does not mind. */
  readonly threads: number | undefined;
  /** What is there to compute on, or why nothing is. */
  look(): Promise<Sight>;
  /**
   * Takes the device.
   *
   * @throws BackendUnavailableError when it is not there any more
   */
  take(runtime: Runtime): Promise<Device>;
}

export type Sight =
  | Omit<AvailableProbe, 'available'>
  | { readonly absent: string; readonly hint: string };

/** A device that a provider computes on. */
export interface Device extends AsyncDisposable {
  /** In a person's words. */
  readonly description: string;
  /** What a placement shows for the nodes that run on it. */
  readonly kernel: string;
  /** How a graph is lowered for it. */
  readonly lowering: ExportOptions;
  sessionOptions(graph: Graph): InferenceSession.SessionOptions;
  /** Why it would compute a node wrongly or not at all; undefined when it does not. */
  reasonAgainst(node: Node, graph: Graph): string | undefined;
  /** Why it cannot run a graph at one size, which `bound` has; undefined when it can. */
  reasonAgainstSize(bound: Graph): string | undefined;
  /** Why it is gone; undefined while it is there. */
  lost(): string | undefined;
}

/** Errors reach the caller as errors: the engine need not write them to the console as well. */
export const quiet = { logSeverityLevel: 4 } as const;
