import { resolve } from 'node:path';
import {
  type Graph,
  isConcrete,
  shapeText,
  type Tensor,
  type TensorMap,
  typeOf,
} from '@separable/core';
import { UsageError } from '../errors.js';
import type { Io } from '../io.js';
import type { Progress } from '../progress.js';
import { loadInput } from '../run/load-input.js';
import { namedFiles } from '../run/named-files.js';
import type { PictureSettings } from '../run/picture-options.js';

/** Where inputs come from. */
export interface InputSources {
  readonly input: readonly string[];
  readonly seed: string | undefined;
}

/**
 * The inputs from files when files are given, all of them; otherwise standard normal numbers, and small
 * whole ones where the dtype is not float32.
 *
 * @throws UsageError when an input has no file and no size
 */
export async function bisectInputs(
  graph: Graph,
  { input, seed = '1' }: InputSources,
  picture: PictureSettings,
  io: Io,
  { note }: Progress,
): Promise<TensorMap> {
  const inputs: Record<string, Tensor> = {};
  if (input.length > 0) {
    for (const [name, file] of namedFiles(input, graph)) {
      const slot = { name, type: typeOf(graph, name), picture, note };
      inputs[name] = await loadInput(resolve(io.cwd, file), slot);
    }
    return inputs;
  }
  const { booleans, draw, integers, normal, seeded } = await import('@separable/conformance');
  if (!/^\d{1,9}$/.test(seed)) throw new UsageError(`--seed ${seed}: expected a whole number`);
  const random = seeded(Number(seed));
  for (const name of graph.inputs) {
    const { dtype, shape } = typeOf(graph, name);
    if (!isConcrete(shape)) {
      throw new UsageError(`input '${name}' of shape ${shapeText(shape)} has no size`, {
        hint: `give it one, such as --shape ${name}=${shape.map((d) => (typeof d === 'number' ? d : 1)).join(',')}, or a file`,
      });
    }
    const source =
      dtype === 'float32'
        ? normal(shape)
        : dtype === 'bool'
          ? booleans(shape)
          : integers(shape, 0, 1, dtype);
    inputs[name] = draw(source, random);
  }
  return inputs;
}
