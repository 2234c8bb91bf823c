import { type DType, type Tensor, tensor, type TensorMap } from '@separable/core';
import * as ort from 'onnxruntime-web';

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';

/** ONNX Runtime's dtypes of the graph's; both keep the same typed arrays. */
const dtypes: Readonly<Record<string, DType>> = {
  float32: 'float32',
  int32: 'int32',
  uint8: 'uint8',
  bool: 'bool',
};

/** How far ONNX Runtime may change a model before it runs. */
export type Optimisation = 'disabled' | 'all';

/** Outputs of a model, computed by onnxruntime-web. */
export async function runOnnxruntime(
  model: Uint8Array,
  inputs: TensorMap,
  graphOptimizationLevel: Optimisation = 'disabled',
): Promise<Readonly<Record<string, Tensor>>> {
  const session = await ort.InferenceSession.create(model, {
    executionProviders: ['wasm'],
    graphOptimizationLevel,
  });
  try {
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, { dtype, shape, data }]) => [
        name,
        new ort.Tensor(dtype, data, shape),
      ]),
    );
    const results = await session.run(feeds);
    return Object.fromEntries(
      Object.entries(results).map(([name, { type, dims, data }]) => [
        name,
        tensor(dtypes[type]!, dims, data as Float32Array),
      ]),
    );
  } finally {
    await session.release();
  }
}
