import { MobileNetV2Model } from 'nsfwjs/models/mobilenet_v2';
import { importTfjs, type TfjsFiles } from '@separable/tfjs';
import { greatest } from '../answer.js';
import { tensorflow } from '../home/tensorflow.js';
import { sampleTensor } from '../input/picture.js';
import type { RealFile } from '../real-file.js';

interface Manifest {
  readonly weightsManifest: readonly { readonly paths: readonly string[] }[];
}

/** The package holds its files as modules, shards in base64. */
async function filesOf(): Promise<TfjsFiles> {
  const { modelJson, weightBundles } = MobileNetV2Model;
  const { default: model } = (await modelJson()) as { default: Manifest };
  const paths = model.weightsManifest.flatMap((group) => group.paths);
  const shards = new Map<string, Uint8Array>();
  for (const [i, load] of weightBundles.entries()) {
    const { default: text } = (await load()) as { default: string };
    shards.set(paths[i]!, new Uint8Array(Buffer.from(text, 'base64')));
  }
  return { modelJson: JSON.stringify(model), shards };
}

const scale = { layout: 'NHWC', channels: 3, mean: 0, deviation: 1 } as const;
const inputs = { input_1: sampleTensor(224, 224, scale) };
const files = await filesOf();

/** MobileNetV2 with five classes, a layers model. */
export const nsfw: RealFile = {
  name: 'MobileNetV2 of nsfwjs',
  source: 'nsfwjs@4.3.0',
  licence: 'MIT',
  shown: 'the sample picture',
  inputs,
  load: async () => importTfjs(files),
  home: () => tensorflow('layers', files, inputs, ['dense_3']),
  answer: (outputs) => greatest(Object.values(outputs)[0]!),
};
