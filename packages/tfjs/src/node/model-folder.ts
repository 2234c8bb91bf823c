import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ReadModelFile } from '../load/read-model-file.js';

/**
 * Reads a model's files from a folder. A path that a symbolic link leads out of the folder is refused,
 * like one that says so itself.
 *
 * @param modelFile the name of model.json in the folder
 * @example
 * ```ts
 * import type { Graph } from '@separable/core';
 * import { loadTfjs } from '@separable/tfjs';
 * import { modelFolder } from '@separable/tfjs/node';
 * export function load(folder: string): Promise<Graph> {
 *   return loadTfjs(modelFolder(folder));
 * }
 * ```
 */
export function modelFolder(folder: string, modelFile = 'model.json'): ReadModelFile {
  return async (path, { signal }) => {
    const root = await realpath(folder);
    const wanted = path === 'model.json' ? modelFile : path;
    const file = await realpath(join(root, wanted));
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) {
      throw new Error(`${wanted} leads out of the model's folder`);
    }
    return readFile(file, signal === undefined ? {} : { signal });
  };
}
