import { type DType, type Tensor, tensor, type TensorMap } from '@separable/core';
import { readBytes } from '../model/read-bytes.js';

/** What ONNX Runtime makes of an .onnx file as it lies there, without any part of this project. */
export async function runOnnxFile(path: string, inputs: TensorMap): Promise<TensorMap> {
  const ort = await import('onnxruntime-web');
  // More threads would stay after the session and keep the process alive.
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  const session = await ort.InferenceSession.create(await readBytes(path), {
    executionProviders: ['wasm'],
  });
  try {
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, { dtype, shape, data }]) => [
        name,
        new ort.Tensor(dtype, data, shape),
      ]),
    );
    const results: Record<string, Tensor> = {};
    for (const [name, { type, dims, data }] of Object.entries(await session.run(feeds))) {
      results[name] = tensor(type as DType, dims, data as Float32Array);
    }
    return results;
  } finally {
    await session.release();
  }
}
