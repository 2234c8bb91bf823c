import { js } from '@separable/backend-js';
import { createSession, type Graph } from '@separable/core';
import type { Contender } from './contender.js';

/** A contender that also tells which graph it runs after all passes. */
export interface JsContender extends Contender {
  readonly compiled: Graph;
}

/**
 * Opens a session on backend-js.
 *
 * @param shape of the only input
 */
export async function jsContender(graph: Graph, shape: readonly number[]): Promise<JsContender> {
  const session = await createSession(graph, { backends: [js()] });
  const [input] = graph.inputs as [string];
  const { name: output } = graph.outputs[0]!;
  return {
    name: 'backend-js',
    compiled: session.compiled,
    compileMilliseconds: session.timing.compile,
    async run(image) {
      const outputs = await session.run({ [input]: { dtype: 'float32', shape, data: image } });
      return outputs[output]!.data as Float32Array;
    },
    dispose: async () => session[Symbol.asyncDispose](),
  };
}
