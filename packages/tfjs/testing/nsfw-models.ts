import { MobileNetV2Model } from 'nsfwjs/models/mobilenet_v2';
import { MobileNetV2MidModel } from 'nsfwjs/models/mobilenet_v2_mid';
import type { TfjsFiles } from '../src/import-tfjs.js';

const models = {
  /** A layers model of 224 × 224, weights quantised to uint8. */
  mobileNetV2: MobileNetV2Model,
  /** A graph model of 224 × 224 with fused operators, weights quantised to uint8. */
  mobileNetV2Mid: MobileNetV2MidModel,
};

interface Manifest {
  readonly weightsManifest: readonly { readonly paths: readonly string[] }[];
}

/** A published model as its files: nsfwjs packs them as modules, shards in base64. */
export async function nsfwModel(name: keyof typeof models): Promise<TfjsFiles> {
  const { modelJson, weightBundles } = models[name];
  const { default: model } = (await modelJson()) as { default: Manifest };
  const paths = model.weightsManifest.flatMap((group) => group.paths);
  const shards = new Map<string, Uint8Array>();
  for (const [i, load] of weightBundles.entries()) {
    const { default: text } = (await load()) as { default: string };
    shards.set(paths[i]!, new Uint8Array(Buffer.from(text, 'base64')));
  }
  return { modelJson: JSON.stringify(model), shards };
}
