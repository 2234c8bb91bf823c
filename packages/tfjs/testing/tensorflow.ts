import { version_cpu as version } from '@tensorflow/tfjs-backend-cpu';
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { type Tensor, tensor, type TensorMap } from '@separable/core';
import type { TfjsFiles } from '../src/import-tfjs.js';

// Silences the advice to use a faster engine, which building a model prints too.
tf.env().set('IS_TEST', true);

/** TensorFlow.js on its CPU engine, which importing the engine registers. */
async function ready(): Promise<void> {
  if (!(await tf.setBackend('cpu'))) throw new Error(`tfjs-backend-cpu ${version} is not there`);
}

/** A model in the form TensorFlow.js loads from memory. */
function handlerOf({ modelJson, shards }: TfjsFiles): tf.io.IOHandler {
  const model = JSON.parse(
    typeof modelJson === 'string' ? modelJson : new TextDecoder().decode(modelJson),
  ) as tf.io.ModelJSON;
  const weightSpecs = model.weightsManifest.flatMap((group) => group.weights);
  const parts = model.weightsManifest.flatMap((group) =>
    group.paths.map((path) => shards.get(path)!),
  );
  const weightData = new Uint8Array(Buffer.concat(parts)).buffer;
  return tf.io.fromMemory({ ...model, weightSpecs, weightData });
}

const arrays = {
  float32: Float32Array,
  int32: Int32Array,
  uint8: Uint8Array,
  bool: Uint8Array,
} as const;

function toTensorflow({ dtype, shape, data }: Tensor): tf.Tensor {
  return tf.tensor(Array.from(data), [...shape], dtype === 'uint8' ? 'int32' : dtype);
}

function fromTensorflow(t: tf.Tensor): Tensor {
  const dtype = t.dtype as keyof typeof arrays;
  return tensor(dtype, t.shape, arrays[dtype].from(t.dataSync()) as Float32Array);
}

/** What TensorFlow.js itself makes of a layers model: inputs and outputs in order. */
export async function runLayersModel(
  files: TfjsFiles,
  inputs: readonly Tensor[],
): Promise<readonly Tensor[]> {
  await ready();
  const model: LayersModel = await loadLayersModel(handlerOf(files));
  const given = inputs.map(toTensorflow);
  const made = model.predict(given);
  const outputs = (Array.isArray(made) ? made : [made]).map(fromTensorflow);
  tf.dispose([made, given]);
  model.dispose();
  return outputs;
}

/** What TensorFlow.js itself makes of a graph model, the outputs named. */
export async function runGraphModel(
  files: TfjsFiles,
  inputs: TensorMap,
  outputs: readonly string[],
): Promise<readonly Tensor[]> {
  await ready();
  const model: GraphModel = await loadGraphModel(handlerOf(files));
  const given = Object.fromEntries(
    Object.entries(inputs).map(([name, t]) => [name, toTensorflow(t)]),
  );
  const made = model.execute(given, [...outputs]);
  const results = (Array.isArray(made) ? made : [made]).map(fromTensorflow);
  model.dispose();
  return results;
}

/** What TensorFlow.js itself reads of a weight, out of the bytes of all weights before and with it. */
export async function decodeWithTensorflow(
  bytes: Uint8Array,
  weights: readonly object[],
  name: string,
): Promise<number[]> {
  await ready();
  const { buffer } = new Uint8Array(bytes);
  const decoded = tf.io.decodeWeights(buffer, [...weights] as tf.io.WeightsManifestEntry[]);
  return Array.from(decoded[name]!.dataSync());
}
