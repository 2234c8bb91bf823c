import {
  type BackendProvider,
  createSession,
  type Graph,
  type Pass,
  type TensorMap,
} from '@separable/core';
import { loadModel } from '../model/load-model.js';
import { relativeDistance } from './relative-distance.js';
import { runOnnxFile } from './run-onnx-file.js';
import type { Form } from './write-model.js';

/** The distance up to which outputs count as the same; float32 sums in another order stay far below. */
export const tolerance = 1e-4;

/** How far an output of the model that was written is from the one of the model that was read. */
export interface OutputDistance {
  readonly output: string;
  readonly relativeL2: number;
  readonly agrees: boolean;
}

/** What was compared, and what came out. */
export interface Verification {
  /** What ran the model that was read, and what ran the one that was written. */
  readonly engines: readonly [original: string, written: string];
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly outputs: readonly OutputDistance[];
}

/**
 * Runs the graph that was read, without passes, and the files that were written, and compares: an .onnx
 * file on ONNX Runtime, the native forms loaded again.
 */
export async function verifyConversion(
  graph: Graph,
  path: string,
  form: Form,
  inputs: TensorMap,
  provider: BackendProvider,
  phase: (name: string) => void,
): Promise<Verification> {
  phase(`running the original on ${provider.name}`);
  const wanted = await runOn(provider, graph, inputs, []);
  phase(`running ${path}`);
  const got =
    form === 'onnx'
      ? await runOnnxFile(path, inputs)
      : await runOn(provider, await loadModel(path), inputs);
  const outputs = graph.outputs.map(({ name }) => {
    const relativeL2 = relativeDistance(got[name], wanted[name]!);
    return { output: name, relativeL2, agrees: relativeL2 <= tolerance };
  });
  return {
    engines: [provider.name, form === 'onnx' ? 'onnxruntime-web' : provider.name],
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, { shape }]) => [name, shape])),
    outputs,
  };
}

async function runOn(
  provider: BackendProvider,
  graph: Graph,
  inputs: TensorMap,
  passes?: readonly Pass[],
): Promise<TensorMap> {
  await using session = await createSession(graph, {
    backends: [provider],
    ...(passes === undefined ? {} : { passes }),
  });
  return await session.run(inputs);
}
