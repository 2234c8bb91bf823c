import type { Graph } from '@separable/core';

/** A network or a layer to measure, in the form each engine takes. */
export interface Task {
  readonly name: string;
  /** Shape of the only input as Separable takes it. */
  readonly shape: readonly number[];
  /** What it is run on, in the order of {@link shape}. */
  readonly input: Float32Array;
  readonly macs: number;
  /** ONNX bytes with the input and output layout of {@link shape}; what Separable imports. */
  readonly model: Uint8Array;
  /** ONNX bytes as ONNX engines like them: feature maps channels first at the rim as well. */
  readonly peerModel: Uint8Array;
  /** Whether the rims of the two models differ in the order of their axes. */
  readonly channelsFirst: boolean;
  /** The optimised graph, for engines that have no file format of ours. */
  readonly graph: Graph;
}

/** Makes a task when its turn has come: weights take memory. */
export interface TaskSource {
  readonly name: string;
  /** Left out of the short form. */
  readonly fullOnly: boolean;
  /** @param readModel the bytes of a published `.onnx` by its name */
  make(readModel: (name: string) => Promise<Uint8Array>): Promise<Task>;
}
