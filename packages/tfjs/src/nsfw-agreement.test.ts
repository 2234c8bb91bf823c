import { js } from '@separable/backend-js';
import { createSession, type Tensor, type TensorMap } from '@separable/core';
import { expect, it } from 'vitest';
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

function agree(got: readonly Tensor[], wanted: readonly Tensor[]): void {
  expect(got).toHaveLength(1);
  expect(got[0]!.shape).toEqual([1, 5]);
  expect(greatest(got[0]!)).toBe(greatest(wanted[0]!));
  expect(relativeDistance(got[0]!, wanted[0]!)).toBeLessThan(1e-5);
}

it('MobileNetV2 of nsfwjs, a layers model, agrees with TensorFlow.js', async () => {
  const files = await nsfwModel('mobileNetV2');
  const inputs = { input_1: picture(224) };
  agree(await run(files, inputs), await runLayersModel(files, Object.values(inputs)));
});

it('the larger MobileNetV2 of nsfwjs, a graph model with fused operators, agrees', async () => {
  const files = await nsfwModel('mobileNetV2Mid');
  const inputs = { input: picture(224) };
  agree(await run(files, inputs), await runGraphModel(files, inputs, ['Identity']));
});
