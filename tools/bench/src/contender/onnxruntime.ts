import type { InferenceSession, TensorConstructor } from 'onnxruntime-common';
import { channelsFirst, channelsLast } from '../task/channels-first.js';
import type { Engine } from './contender.js';

/** What onnxruntime-web and onnxruntime-node have in common. */
export interface OnnxRuntime {
  readonly InferenceSession: {
    create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  readonly Tensor: TensorConstructor;
}

/** The ONNX file handed to ONNX Runtime by hand, as its users do. */
export function onnxruntimeEngine(
  name: string,
  options: InferenceSession.SessionOptions,
  load: () => Promise<OnnxRuntime>,
): Engine {
  return {
    name,
    ours: false,
    async open({ peerModel, shape, channelsFirst: moved }) {
      const runtime = await load();
      const session = await runtime.InferenceSession.create(peerModel, options);
      const [input, output] = [session.inputNames[0]!, session.outputNames[0]!];
      const [n, h, w, c] = shape as [number, number, number, number];
      const dims = moved ? [n, c, h, w] : shape;
      let known: { readonly given: Float32Array; readonly data: Float32Array } | undefined;
      return {
        async run(given) {
          // The layout is the user's own: it is moved once, before the clock of the second run.
          if (known?.given !== given) {
            known = { given, data: moved ? channelsFirst(given, shape) : given };
          }
          const results = await session.run({
            [input]: new runtime.Tensor('float32', known.data, dims),
          });
          return results[output]!.data as Float32Array;
        },
        dispose: async () => session.release(),
      };
    },
  };
}

/** Puts the output of a channels-first model into the order of Separable's, for comparing. */
export function inOurOrder(data: Float32Array, shape: readonly number[]): Float32Array {
  return shape.length === 4 ? channelsLast(data, shape) : data;
}
