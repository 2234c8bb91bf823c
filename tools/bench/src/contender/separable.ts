import { type BackendProvider, createSession, type Graph } from '@separable/core';
import { importOnnx } from '@separable/onnx';
import type { Contender, Engine } from './contender.js';

/** A session on one of our backends, from the bytes of an ONNX file. */
export function separableEngine(name: string, provider: () => BackendProvider): Engine {
  return {
    name,
    ours: true,
    open: async ({ model, shape }) => openSession(importOnnx(model), provider(), shape),
  };
}

/** The same from the optimised graph. */
export function separableGraphEngine(name: string, provider: () => BackendProvider): Engine {
  return {
    name,
    ours: true,
    open: async ({ graph, shape }) => openSession(graph, provider(), shape),
  };
}

async function openSession(
  graph: Graph,
  provider: BackendProvider,
  shape: readonly number[],
): Promise<Contender> {
  const session = await createSession(graph, { backends: [provider] });
  const [input] = graph.inputs as [string];
  const output = graph.outputs[0]!.name;
  return {
    async run(data) {
      const outputs = await session.run({ [input]: { dtype: 'float32', shape, data } });
      return outputs[output]!.data as Float32Array;
    },
    dispose: async () => session[Symbol.asyncDispose](),
  };
}
