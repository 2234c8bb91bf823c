import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { TfjsFiles } from '../src/import-tfjs.js';
import { randomNumbers } from './random-numbers.js';

/** Weights that a seed repeats; what names say to be a variance or a scale is around 1. */
export function drawWeights(model: LayersModel, seed = 1): LayersModel {
  const names = model.weights.map(({ originalName }) => originalName);
  const drawn = model.getWeights().map((weight, i) => {
    const numbers = randomNumbers(weight.size, seed + i, 0.5);
    const centre = /variance|gamma/.test(names[i]!) ? 1 : 0;
    return tf.tensor(
      numbers.map((v) => centre + v),
      weight.shape,
    );
  });
  // `weights` lists trained ones first, which is the order `setWeights` takes.
  model.setWeights(drawn);
  tf.dispose(drawn);
  return model;
}

/** What TensorFlow.js saves of a model, its weights in one shard. */
export async function filesOf(model: LayersModel): Promise<TfjsFiles> {
  let files: TfjsFiles | undefined;
  const save = tf.io.withSaveHandler(async (artifacts) => {
    const { modelTopology, weightSpecs = [], weightData } = artifacts;
    const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
    const modelJson = JSON.stringify({ format: 'layers-model', modelTopology, weightsManifest });
    const bytes = new Uint8Array(weightData as ArrayBuffer);
    files = { modelJson, shards: new Map([['weights.bin', bytes]]) };
    return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
  });
  await model.save(save);
  return files!;
}
