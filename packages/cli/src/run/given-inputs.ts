import { resolve } from 'node:path';
import { type Graph, type Tensor, type TensorMap, typeOf } from '@separable/core';
import type { Io } from '../io.js';
import type { Progress } from '../progress.js';
import { loadInput } from './load-input.js';
import { namedFiles } from './named-files.js';
import type { PictureSettings } from './picture-options.js';
import { randomInputs } from './random-inputs.js';

/** Where inputs come from. */
export interface InputSources {
  readonly input: readonly string[];
  readonly seed: string | undefined;
}

/**
 * The inputs from files when files are given, all of them; otherwise random numbers.
 *
 * @throws UsageError when an input has no file and no size
 */
export async function givenInputs(
  graph: Graph,
  { input, seed = '1' }: InputSources,
  picture: PictureSettings,
  io: Io,
  { note }: Progress,
): Promise<TensorMap> {
  if (input.length === 0) return randomInputs(graph, seed);
  const inputs: Record<string, Tensor> = {};
  for (const [name, file] of namedFiles(input, graph)) {
    const slot = { name, type: typeOf(graph, name), picture, note };
    inputs[name] = await loadInput(resolve(io.cwd, file), slot);
  }
  return inputs;
}
