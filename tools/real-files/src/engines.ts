import { js } from '@separable/backend-js';
import { ort } from '@separable/backend-ort';
import { wasm } from '@separable/backend-wasm';
import { type BackendProvider, createSession, type Graph, type TensorMap } from '@separable/core';

/** The engines of Node, by the name the table has for them. */
export const engines: Readonly<Record<'js' | 'wasm' | 'ort', () => BackendProvider>> = {
  js: () => js(),
  wasm: () => wasm({ threads: 1 }),
  ort: () => ort({ provider: 'wasm', threads: 1 }),
};

export type EngineName = keyof typeof engines;

/** One run of a network on an engine, alone: nothing falls back. */
export async function runOn(
  engine: EngineName,
  graph: Graph,
  inputs: TensorMap,
): Promise<TensorMap> {
  await using session = await createSession(graph, { backends: [engines[engine]()] });
  return await session.run(inputs);
}
