import { FileError } from '../errors.js';

/** What stands before the elements of a .npy file. */
export interface NpyHeader {
  /** NumPy's type description, such as `<f4`. */
  readonly description: string;
  /** Whether the first axis varies fastest. */
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
  /** Where the elements begin. */
  readonly start: number;
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/**
 * Reads the header, versions 1 to 3.
 *
 * Source: NumPy, `numpy.lib.format`.
 *
 * @throws FileError when the file is no .npy file or its header is not sound
 */
export function readHeader(file: Uint8Array): NpyHeader {
  if (magic.some((byte, i) => file[i] !== byte)) {
    throw new FileError('this is no .npy file: it does not begin with \\x93NUMPY');
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const [major = 0] = file.subarray(6);
  if (major < 1 || major > 3) throw new FileError(`.npy files of version ${major} cannot be read`);
  const wide = major > 1;
  const from = wide ? 12 : 10;
  if (file.length < from)
    throw new FileError(`the .npy file ends in its header, after ${file.length} bytes`);
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  if (from + length > file.length) {
    throw new FileError(
      `the .npy file ends in its header: it claims ${length} bytes, ${file.length - from} are there`,
    );
  }
  const text = new TextDecoder(major === 3 ? 'utf-8' : 'latin1').decode(
    file.subarray(from, from + length),
  );
  return { ...parseDictionary(text.trim()), start: from + length };
}

/** The header is a Python dictionary of exactly three keys, in any order. */
function parseDictionary(text: string): Omit<NpyHeader, 'start'> {
  const description = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape'\s*:\s*\(([\d\sL,]*)\)/.exec(text)?.[1];
  if (description === undefined && /'descr'\s*:\s*\[/.test(text)) {
    throw new FileError(
      'the .npy file holds records of several fields; one array of numbers is needed',
    );
  }
  if (description === undefined || order === undefined || shape === undefined) {
    throw new FileError(`the header of the .npy file cannot be read: ${text.slice(0, 120)}`);
  }
  const extents = shape
    .split(',')
    .map((part) => part.trim().replace(/L$/, ''))
    .filter((part) => part !== '');
  const sizes = extents.map(Number);
  if (sizes.some((extent) => !Number.isSafeInteger(extent))) {
    throw new FileError(`the .npy file claims the shape (${shape})`);
  }
  return { description, fortranOrder: order === 'True', shape: sizes };
}
