import { version_cpu as version } from '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { type Tensor, tensor, type TensorMap } from '@separable/core';
import type { TfjsFiles } from '@separable/tfjs';

// Silences the advice to use a faster engine.
tf.env().set('IS_TEST', true);

function handlerOf({ modelJson, shards }: TfjsFiles): tf.io.IOHandler {
  const model = JSON.parse(String(modelJson)) as tf.io.ModelJSON;
  const weightSpecs = model.weightsManifest.flatMap((group) => group.weights);
  const parts = model.weightsManifest.flatMap(({ paths }) =>
    paths.map((path) => shards.get(path)!),
  );
  const weightData = new Uint8Array(Buffer.concat(parts)).buffer;
  return tf.io.fromMemory({ ...model, weightSpecs, weightData });
}

/** What TensorFlow.js makes of a model on its CPU engine, outputs under the names given. */
export async function tensorflow(
  kind: 'graph' | 'layers',
  files: TfjsFiles,
  inputs: TensorMap,
  outputs: readonly string[],
): Promise<TensorMap> {
  if (!(await tf.setBackend('cpu'))) throw new Error(`tfjs-backend-cpu ${version} is not there`);
  const given = Object.entries(inputs).map(
    ([name, { data, shape }]) => [name, tf.tensor(data as Float32Array, [...shape])] as const,
  );
  const made =
    kind === 'graph'
      ? (await loadGraphModel(handlerOf(files))).execute(Object.fromEntries(given), [...outputs])
      : (await loadLayersModel(handlerOf(files))).predict(given.map(([, value]) => value));
  const results = (Array.isArray(made) ? made : [made]).map(taken);
  return Object.fromEntries(outputs.map((name, i) => [name, results[i]!]));
}

function taken(result: tf.Tensor): Tensor {
  return tensor('float32', result.shape, Float32Array.from(result.dataSync()));
}
