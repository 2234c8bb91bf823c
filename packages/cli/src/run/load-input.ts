import { extname } from 'node:path';
import type { Tensor, ValueType } from '@separable/core';
import { FileError } from '../errors.js';
import { readBytes } from '../model/read-bytes.js';
import { readNpy } from '../npy/read-npy.js';
import { readJsonTensor } from './json-tensor.js';
import { pictureInput } from './picture-input.js';
import type { PictureSettings } from './picture-options.js';

/** The input that a file is for. */
export interface InputSlot {
  readonly name: string;
  readonly type: ValueType;
  readonly picture: PictureSettings;
  note(text: string): void;
}

type Reader = (bytes: Uint8Array, slot: InputSlot) => Tensor | Promise<Tensor>;

const readPicture: Reader = (bytes, { name, type, picture, note }) =>
  pictureInput(bytes, name, type, picture, note);

const readers: Readonly<Record<string, Reader>> = {
  '.npy': (bytes) => readNpy(bytes),
  '.json': (bytes, { type }) => readJsonTensor(bytes, type.dtype),
  '.png': readPicture,
  '.jpg': readPicture,
  '.jpeg': readPicture,
};

/**
 * Reads the tensor for an input from a file of any kind that the command takes.
 *
 * @throws FileError with the path, when there is no such file or it is not what its name says
 */
export async function loadInput(path: string, slot: InputSlot): Promise<Tensor> {
  const read = readers[extname(path).toLowerCase()];
  if (read === undefined) {
    throw new FileError(`${path} cannot be an input`, {
      hint: `inputs end in ${Object.keys(readers).join(', ')}`,
    });
  }
  const bytes = await readBytes(path);
  try {
    return await read(bytes, slot);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new FileError(`${path}: ${error.message}`, { cause: error });
  }
}
