import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TensorMap } from '@separable/core';
import { FileError } from '../errors.js';
import { writeNpy } from '../npy/write-npy.js';

/**
 * Writes each output as `NAME.npy` into a folder, which is made when it is missing.
 *
 * @returns the path of each output's file
 * @throws FileError when the folder or a file cannot be written
 */
export async function writeOutputs(
  outputs: TensorMap,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const files = fileNames(Object.keys(outputs));
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, file] of files) await writeFile(join(folder, file), writeNpy(outputs[name]!));
  } catch (cause) {
    throw new FileError(`the outputs cannot be written to ${folder}: ${(cause as Error).message}`, {
      cause,
    });
  }
  return new Map([...files].map(([name, file]) => [name, join(folder, file)]));
}

/**
 * A file name for each output. Names come from the model, so nothing that means something in a path
 * is left in them; those that become equal (also where case does not count) get a number.
 */
export function fileNames(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      const plain =
        name
          .replaceAll(/[^\w.-]/g, '_')
          .replace(/^\.+/, '_')
          .slice(0, 100) || '_';
      let unique = plain;
      for (let i = 2; taken.has(unique.toLowerCase()); i++) unique = `${plain}_${i}`;
      taken.add(unique.toLowerCase());
      return [name, `${unique}.npy`];
    }),
  );
}
