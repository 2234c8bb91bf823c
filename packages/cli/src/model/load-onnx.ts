import { closeSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Graph } from '@separable/core';
import type { ExternalPiece } from '@separable/onnx';
import { FileError } from '../errors.js';
import type { InputShapes } from './load-model.js';
import { readBytes } from './read-bytes.js';

/**
 * Imports an ONNX file, with its external data from the folder it lies in. Sizes stay open where the
 * import allows it; shapes are pinned only for a model that cannot be imported without.
 *
 * @throws FileError, ImportError, UnsupportedOpError
 */
export async function loadOnnx(path: string, inputShapes: InputShapes): Promise<Graph> {
  const bytes = await readBytes(path);
  const { importOnnx } = await import('@separable/onnx');
  const externalData = externalDataIn(dirname(path));
  try {
    return importOnnx(bytes, { externalData });
  } catch (error) {
    if (Object.keys(inputShapes).length === 0) throw error;
    return importOnnx(bytes, { externalData, inputShapes });
  }
}

/** Reads pieces of files inside a folder; a link that leads out of it is refused. */
export function externalDataIn(folder: string): (piece: ExternalPiece) => Uint8Array {
  return ({ location, offset, length }) => {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, location));
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) {
      throw new FileError(`${location} leads out of the model's folder`);
    }
    return readPiece(file, offset, length);
  };
}

/** Only the piece: files of weights may be larger than what fits into one array. */
function readPiece(file: string, offset: number, length: number | undefined): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const size = fstatSync(descriptor).size;
    const wanted = length ?? Math.max(0, size - offset);
    // Before anything is allocated: the length is the model's word.
    if (offset + wanted > size) {
      throw new FileError(`bytes ${offset} to ${offset + wanted} are needed, the file has ${size}`);
    }
    const bytes = new Uint8Array(wanted);
    let done = 0;
    while (done < wanted) {
      const read = readSync(descriptor, bytes, done, wanted - done, offset + done);
      if (read === 0) throw new FileError(`the file ended after ${done} of ${wanted} bytes`);
      done += read;
    }
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}
