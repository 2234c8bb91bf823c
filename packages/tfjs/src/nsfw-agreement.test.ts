import { js } from '@separable/backend-js';
import { createSession, type Tensor, type TensorMap } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { relativeDistance } from '../testing/distance.js';
import { nsfwModel } from '../testing/nsfw-models.js';
import { picture } from '../testing/picture.js';
import { runGraphModel, runLayersModel } from '../testing/tensorflow.js';
import { importTfjs, type TfjsFiles } from './import-tfjs.js';

async function run(files: TfjsFiles, inputs: TensorMap): Promise<readonly Tensor[]> {
  await using session = await createSession(importTfjs(files), { backends: [js()], verify: true });
  return Object.values(await session.run(inputs));
}

function greatest({ data }: Tensor): number {
  return data.indexOf(Math.max(...data));
}

/** How far two answers are apart, after a look at what they say. */
function distance(got: readonly Tensor[], wanted: readonly Tensor[]): number {
  expect(got.map(({ shape }) => shape)).toEqual([[1, 5]]);
  expect(greatest(got[0]!)).toBe(greatest(wanted[0]!));
  return relativeDistance(got[0]!, wanted[0]!);
}

describe('published networks agree with TensorFlow.js', () => {
  it('MobileNetV2 of nsfwjs, a layers model', async () => {
    const files = await nsfwModel('MobileNetV2');
    const inputs = { input_1: picture(224) };
    const wanted = await runLayersModel(files, Object.values(inputs));
    expect(distance(await run(files, inputs), wanted)).toBeLessThan(1e-5);
  });

  it('the larger MobileNetV2 of nsfwjs, a graph model with fused operators', async () => {
    const files = await nsfwModel('MobileNetV2Mid');
    const inputs = { input: picture(224) };
    const wanted = await runGraphModel(files, inputs, ['Identity']);
    expect(distance(await run(files, inputs), wanted)).toBeLessThan(1e-5);
  });
});
