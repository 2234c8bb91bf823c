import { tensor } from '@separable/core';
import { importOnnx } from '@separable/onnx';
import { onnxruntime } from '../home/onnxruntime.js';
import { voice } from '../input/voice.js';
import type { RealFile } from '../real-file.js';
import { packaged } from './packaged.js';

/** A quarter of a second and more; the network wants that much before it is sure. */
const samples = 6144;
const state = tensor('float32', [2, 1, 64]);
const inputs = { input: voice(samples), h: state, c: state };
const bytes = await packaged('@ricky0123/vad-web/dist/silero_vad_legacy.onnx');

/** Voice activity: a network for each of two sampling rates inside an `If`, and an LSTM. */
export const silero: RealFile = {
  name: 'Silero VAD',
  source: '@ricky0123/vad-web@0.0.31',
  licence: 'ISC',
  shown: '384 ms of a sung vowel',
  inputs,
  load: async () =>
    importOnnx(bytes, {
      inputShapes: { input: [1, samples], h: [2, 1, 64], c: [2, 1, 64] },
      inputValues: { sr: tensor('int32', [], [16_000]) },
    }),
  home: () => onnxruntime(bytes, inputs, { sr: 16_000n }),
  answer: ({ output }) => output!.data[0]! > 0.5,
};
