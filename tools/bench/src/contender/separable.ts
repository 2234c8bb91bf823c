import { type BackendProvider, createSession } from '@separable/core';
import { importOnnx } from '@separable/onnx';
import type { Engine } from './contender.js';

/** A session on one of our backends, from the bytes of an ONNX file. */
export function separableEngine(name: string, provider: () => BackendProvider): Engine {
  return {
    name,
    ours: true,
    async open({ model, shape }) {
      const graph = importOnnx(model);
      const session = await createSession(graph, { backends: [provider()] });
      const [input] = graph.inputs as [string];
      const output = graph.outputs[0]!.name;
      return {
        async run(data) {
          const outputs = await session.run({ [input]: { dtype: 'float32', shape, data } });
          return outputs[output]!.data as Float32Array;
        },
        dispose: async () => session[Symbol.asyncDispose](),
      };
    },
  };
}
