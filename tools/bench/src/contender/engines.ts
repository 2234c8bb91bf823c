import { js } from '@separable/backend-js';
import { ort } from '@separable/backend-ort';
import { wasm } from '@separable/backend-wasm';
import type { Engine } from './contender.js';
import { onnxruntimeEngine, type OnnxRuntime } from './onnxruntime.js';
import { separableEngine } from './separable.js';
import { tensorflowEngine } from './tensorflow.js';

/** What differs between Node and a page. */
export interface Surroundings {
  /** Prepares `@tensorflow/tfjs-backend-wasm`: where its `.wasm` files are. */
  readonly loadTensorflowWasm: () => Promise<void>;
  readonly loadOnnxruntimeWeb: () => Promise<OnnxRuntime & WebRuntime>;
  /** Undefined where there is none: in pages, and where it is not installed. */
  readonly loadOnnxruntimeNode: (() => Promise<OnnxRuntime>) | undefined;
}

interface WebRuntime {
  readonly env: { readonly wasm: { numThreads?: number }; logLevel?: string };
}

/** The engines by name, at a number of threads. TensorFlow.js chooses its own. */
export function enginesAt(threads: number, around: Surroundings): Readonly<Record<string, Engine>> {
  const { loadOnnxruntimeNode } = around;
  const engines: readonly Engine[] = [
    separableEngine('wasm', () => wasm({ threads })),
    separableEngine('wasm:1', () => wasm({ threads: 1 })),
    separableEngine('ort', () => ort({ provider: 'wasm', threads })),
    separableEngine('js', js),
    tensorflowEngine('cpu', async () => void (await import('@tensorflow/tfjs-backend-cpu'))),
    tensorflowEngine('wasm', around.loadTensorflowWasm),
    onnxruntimeEngine('onnxruntime-web', { executionProviders: ['wasm'] }, async () => {
      const runtime = await around.loadOnnxruntimeWeb();
      runtime.env.wasm.numThreads = threads;
      runtime.env.logLevel = 'error';
      return runtime;
    }),
    ...(loadOnnxruntimeNode === undefined
      ? []
      : [
          onnxruntimeEngine(
            'onnxruntime-node',
            { intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: 3 },
            loadOnnxruntimeNode,
          ),
        ]),
  ];
  return Object.fromEntries(engines.map((engine) => [engine.name, engine]));
}
