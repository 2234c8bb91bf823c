import { MobileNetV2Model } from 'nsfwjs/models/mobilenet_v2';
import { MobileNetV2MidModel } from 'nsfwjs/models/mobilenet_v2_mid';
import type { TfjsFiles } from '../src/import-tfjs.js';

/**
 * `MobileNetV2` is a layers model, `MobileNetV2Mid` a larger graph model with fused operators; both take
 * images of 224 × 224 and have weights quantised to uint8.
 */
export type NsfwModelName = 'MobileNetV2' | 'MobileNetV2Mid';

const models = { MobileNetV2: MobileNetV2Model, MobileNetV2Mid: MobileNetV2MidModel };

interface Manifest {
  readonly weightsManifest: readonly { readonly paths: readonly string[] }[];
}

/** A published model as its files: nsfwjs packs them as modules, shards in base64. */
export async function nsfwModel(name: NsfwModelName): Promise<TfjsFiles> {
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
