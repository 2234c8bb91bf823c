import { importOnnx } from '@separable/onnx';
import { greatest } from '../answer.js';
import { onnxruntime } from '../home/onnxruntime.js';
import { drawn } from '../input/picture.js';
import type { RealFile } from '../real-file.js';
import { packaged } from './packaged.js';

/** A capital sigma in four strokes, as detypify draws what it is shown: black on white. */
const x = drawn(224, 224, { layout: 'NCHW', channels: 1, mean: 0, deviation: 1 }, (context) => {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 224, 224);
  context.lineWidth = 8;
  context.beginPath();
  context.moveTo(180, 50);
  for (const [right, down] of [
    [50, 40],
    [120, 110],
    [45, 185],
    [185, 180],
  ] as const)
    context.lineTo(right, down);
  context.stroke();
});

const bytes = await packaged('detypify-service/train/model.onnx');

/** Hand-drawn symbols, 411 kinds; what it flattens it gathers by a loop over shapes. */
export const detypify: RealFile = {
  name: 'detypify',
  source: 'detypify-service@0.3.0',
  licence: 'MIT',
  shown: 'a drawn Σ',
  inputs: { x },
  load: async () => importOnnx(bytes),
  home: () => onnxruntime(bytes, { x }),
  answer: ({ linear }) => greatest(linear!),
};
