import { type Tensor, tensor, type TensorMap } from '@separable/core';
import * as ort from 'onnxruntime-web';

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';

/** What onnxruntime-web makes of an ONNX file. */
export async function onnxruntime(
  model: Uint8Array,
  inputs: TensorMap,
  integers: Readonly<Record<string, bigint>> = {},
): Promise<TensorMap> {
  const session = await ort.InferenceSession.create(model, {
    executionProviders: ['wasm'],
    logSeverityLevel: 3,
  });
  try {
    const feeds: Record<string, ort.Tensor> = {};
    for (const [name, value] of Object.entries(integers)) {
      feeds[name] = new ort.Tensor('int64', BigInt64Array.of(value), []);
    }
    for (const [name, { dtype, data, shape }] of Object.entries(inputs)) {
      feeds[name] = new ort.Tensor(dtype, data, shape);
    }
    return Object.fromEntries(
      Object.entries(await session.run(feeds)).map(([name, result]) => [name, taken(result)]),
    );
  } finally {
    await session.release();
  }
}

function taken({ type, dims, data }: ort.Tensor): Tensor {
  if (type === 'float32') return tensor('float32', dims, data as Float32Array);
  throw new TypeError(`an output of ${type} is not looked at`);
}
