import { wasm } from '@separable/backend-wasm';
import type { Engine } from '../contender/contender.js';
import { enginesAt, type Surroundings } from '../contender/engines.js';
import { separableGraphEngine } from '../contender/separable.js';

/** An engine in a race to the first result. */
export interface Entrant {
  readonly name: string;
  /** What it has in hand when the clock starts. */
  readonly from: 'ONNX bytes' | 'a graph in memory';
  /** Its JavaScript is loaded before the clock starts, as ours is; its WebAssembly is not. */
  readonly load: (around: Surroundings) => Promise<unknown>;
  readonly engine: (threads: number, around: Surroundings) => Engine;
}

const named =
  (name: string) =>
  (threads: number, around: Surroundings): Engine =>
    enginesAt(threads, around)[name]!;

/** TensorFlow.js is given the optimised graph with its weights, so one of ours is as well. */
export const entrants: readonly Entrant[] = [
  { name: 'wasm', from: 'ONNX bytes', load: async () => {}, engine: named('wasm') },
  {
    name: 'wasm',
    from: 'a graph in memory',
    load: async () => {},
    engine: (threads) => separableGraphEngine('wasm', () => wasm({ threads })),
  },
  {
    name: 'tfjs-wasm',
    from: 'a graph in memory',
    load: async ({ loadTensorflowWasm }) => loadTensorflowWasm(),
    engine: named('tfjs-wasm'),
  },
  {
    name: 'onnxruntime-web',
    from: 'ONNX bytes',
    load: async ({ loadOnnxruntimeWeb }) => loadOnnxruntimeWeb(),
    engine: named('onnxruntime-web'),
  },
];
