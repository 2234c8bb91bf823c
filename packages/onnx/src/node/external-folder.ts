import { closeSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ExternalData } from '../tensor/external-data.js';

/**
 * Reads external data from files of a folder. A path that a symbolic link leads out of the folder is
 * refused, like one that says so itself; only the piece a tensor needs is read.
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import type { Graph } from '@separable/core';
 * import { importOnnx } from '@separable/onnx';
 * import { externalFolder } from '@separable/onnx/node';
 * export function importFrom(folder: string): Graph {
 *   const bytes = readFileSync(`${folder}/model.onnx`);
 *   return importOnnx(bytes, { externalData: externalFolder(folder) });
 * }
 * ```
 */
export function externalFolder(folder: string): ExternalData {
  const root = realpathSync(folder);
  return ({ location, offset, length }) => {
    const file = realpathSync(join(root, location));
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) {
      throw new Error(`${location} leads out of the model's folder`);
    }
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      const wanted = length ?? size - offset;
      if (wanted < 0 || offset + wanted > size) {
        throw new Error(`the file has ${size} bytes, ${wanted} from ${offset} on were asked for`);
      }
      const bytes = new Uint8Array(wanted);
      readSync(handle, bytes, 0, wanted, offset);
      return bytes;
    } finally {
      closeSync(handle);
    }
  };
}
