import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IsolatedDivergence } from '@separable/conformance';
import { saveGraph } from '@separable/core';
import { FileError } from '../errors.js';
import { writeOutputs } from '../run/write-outputs.js';

/** Where the small graph lies, and the command that bisects it. */
export interface Reproduction {
  readonly folder: string;
  readonly line: string;
}

/**
 * Writes `model.safetensors` and each input as `NAME.npy` into a folder.
 *
 * @throws FileError when the folder or a file cannot be written
 */
export async function writeReproduction(
  { graph, inputs }: IsolatedDivergence,
  folder: string,
  a: string,
  b: string,
): Promise<Reproduction> {
  const model = join(folder, 'model.safetensors');
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(model, saveGraph(graph));
  } catch (cause) {
    throw new FileError(`${model} cannot be written: ${(cause as Error).message}`, { cause });
  }
  const files = await writeOutputs(inputs, folder);
  const given = [...files].map(([name, file]) => ` --input ${quoted(`${name}=${file}`)}`);
  const line = `separable bisect ${quoted(model)} --raw --a ${a} --b ${b}${given.join('')}`;
  return { folder, line };
}

/** As a shell takes it. */
function quoted(text: string): string {
  return /^[\w./:=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
