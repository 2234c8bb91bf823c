import { type Tensor, tensor, type TensorMap } from '@separable/core';
import * as ort from 'onnxruntime-web';

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';

/** Outputs of a model of float32 inputs and outputs, computed by onnxruntime-web. */
export async function runOnnxruntime(
  model: Uint8Array,
  inputs: TensorMap,
): Promise<Readonly<Record<string, Tensor>>> {
  const session = await ort.InferenceSession.create(model, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'disabled',
  });
  try {
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, { shape, data }]) => [
        name,
        new ort.Tensor('float32', data as Float32Array, shape),
      ]),
    );
    const results = await session.run(feeds);
    return Object.fromEntries(
      Object.entries(results).map(([name, { dims, data }]) => [
        name,
        tensor('float32', dims, data as Float32Array),
      ]),
    );
  } finally {
    await session.release();
  }
}
