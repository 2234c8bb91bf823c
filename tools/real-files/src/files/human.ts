import { readFile } from 'node:fs/promises';
import type { Tensor, TensorMap } from '@separable/core';
import { importTfjs, type TfjsFiles } from '@separable/tfjs';
import { greatest, greatestOfRows, top } from '../answer.js';
import { tensorflow } from '../home/tensorflow.js';
import { sampleTensor } from '../input/picture.js';
import type { RealFile } from '../real-file.js';
import { packageFolder } from './packaged.js';

const folder = packageFolder('@vladmandic/human/models/');
const bytes = { layout: 'NHWC', channels: 3, mean: 0, deviation: 1 / 255 } as const;
const unit = { ...bytes, deviation: 1 };

async function filesOf(name: string): Promise<TfjsFiles> {
  const modelJson = await readFile(new URL(`${name}.json`, folder), 'utf8');
  const shard = new Uint8Array(await readFile(new URL(`${name}.bin`, folder)));
  return { modelJson, shards: new Map([[`${name}.bin`, shard]]) };
}

interface Parts {
  readonly name: string;
  readonly file: string;
  readonly input: string;
  readonly picture: Tensor;
  readonly outputs: readonly string[];
  readonly answer: (outputs: TensorMap) => unknown;
}

async function human({ name, file, input, picture, outputs, answer }: Parts): Promise<RealFile> {
  const files = await filesOf(file);
  const inputs = { [input]: picture };
  return {
    name,
    source: '@vladmandic/human@3.3.6',
    licence: 'MIT',
    shown: 'the sample picture',
    inputs,
    load: async () => importTfjs(files),
    home: () => tensorflow('graph', files, inputs, outputs),
    answer,
  };
}

/** Objects of 80 kinds; boxes are chosen in the graph. */
export const centernet: RealFile = await human({
  name: 'CenterNet',
  file: 'centernet',
  input: 'tower_0/images',
  picture: sampleTensor(512, 512, bytes),
  outputs: ['tower_0/wh', 'tower_0/keypoints', 'tower_0/detections'],
  answer: (outputs) => {
    const { data } = outputs['tower_0/detections']!;
    // Of a row: four sides of a box, a score, a kind. Scores near 0 stand in no order.
    const rows = Array.from({ length: 5 }, (_, row) => data.subarray(row * 6, row * 6 + 6));
    return rows.map((row) => [...row].map((value) => value.toFixed(2)));
  },
});

/** Seven moods. */
export const emotion: RealFile = await human({
  name: 'emotion',
  file: 'emotion',
  input: 'input_1',
  picture: sampleTensor(64, 64, { ...unit, channels: 1 }),
  outputs: ['Identity'],
  answer: ({ Identity: moods }) => greatest(moods!),
});

/** 468 points of a face; the package holds no network for selfies, and this is the nearest. */
export const facemesh: RealFile = await human({
  name: 'face mesh',
  file: 'facemesh',
  input: 'input_1',
  picture: sampleTensor(192, 192, unit),
  outputs: ['output_mesh', 'output_faceflag', 'output_contours'],
  answer: ({ output_mesh: mesh }) => Array.from(mesh!.data, (value) => Math.round(value / 4)),
});

/** Age, gender and a description of a face to compare others with. */
export const descriptions: RealFile = await human({
  name: 'face description',
  file: 'faceres',
  input: 'input_1',
  picture: sampleTensor(224, 224, bytes),
  outputs: ['gender_pred/Sigmoid', 'global_pooling/Mean', 'age_pred/Softmax'],
  answer: (outputs) => [
    greatest(outputs['age_pred/Softmax']!),
    greatestOfRows(outputs['global_pooling/Mean']!),
    top(outputs['age_pred/Softmax']!, 3),
  ],
});
