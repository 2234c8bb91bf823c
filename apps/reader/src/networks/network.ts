/** The two networks of the reader. */
export type NetworkName = 'detection' | 'recognition';

/** A float32 tensor as the ONNX files have it: images are `[N, 3, H, W]`, row-major. */
export interface FloatTensor {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** Runs one of the networks on its only input and gives its only output. Any backend fits behind this. */
export type RunNetwork = (name: NetworkName, input: FloatTensor) => Promise<FloatTensor>;
