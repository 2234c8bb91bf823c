import { carryOut } from './carry-out.js';
import type { Findings, Plan } from './plan.js';

// The page's half of chromium-place.ts.

declare global {
  interface Window {
    carryOut: (plan: Plan) => Promise<Findings>;
    readonly readModel: (name: string) => Promise<string>;
    readonly tellProgress: (text: string) => Promise<void>;
    readonly tensorflowFiles: string;
  }
}

window.carryOut = async (plan) =>
  carryOut(plan, {
    place: /Chrome\/(\d+)/.exec(navigator.userAgent)?.[0].replace('/', ' ') ?? 'browser',
    onProgress: (text) => void window.tellProgress(text),
    readModel: async (name) =>
      Uint8Array.from(atob(await window.readModel(name)), (byte) => byte.charCodeAt(0)),
    loadTensorflowWasm: async () => {
      const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
      setWasmPaths(window.tensorflowFiles);
    },
    loadOnnxruntimeWeb: async () => import('onnxruntime-web'),
    loadOnnxruntimeNode: undefined,
  });
