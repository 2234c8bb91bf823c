import type { Graph, TensorMap } from '@separable/core';

/** A published network: how to read it, what to show it, and what its own engine makes of that. */
export interface RealFile {
  readonly name: string;
  /** The npm package it comes in, with its version. */
  readonly source: string;
  readonly licence: string;
  /** What it is shown. */
  readonly shown: string;
  readonly inputs: TensorMap;
  load(): Promise<Graph>;
  /** The outputs of onnxruntime-web or TensorFlow.js under the names of the graph's. */
  home(): Promise<TensorMap>;
  /** What a user would read off the outputs; has to be the same on every engine. */
  answer(outputs: TensorMap): unknown;
}
