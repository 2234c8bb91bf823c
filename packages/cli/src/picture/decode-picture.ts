import { FileError } from '../errors.js';
import { decodeJpeg } from './decode-jpeg.js';
import { decodePng } from './decode-png.js';
import type { Picture } from './picture.js';

interface Format {
  readonly name: string;
  readonly begins: readonly number[];
  decode(bytes: Uint8Array): Promise<Picture>;
}

/** Told apart by their first bytes; anything else is refused before a decoder sees it. */
const formats: readonly Format[] = [
  { name: 'PNG', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], decode: decodePng },
  { name: 'JPEG', begins: [0xff, 0xd8, 0xff], decode: decodeJpeg },
];

/**
 * Decodes a PNG or JPEG file, whatever its name says it is; transparent pixels lie on white.
 *
 * @throws FileError when the file is no picture, is damaged or is absurdly large
 */
export async function decodePicture(bytes: Uint8Array): Promise<Picture> {
  const format = formats.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte));
  if (format === undefined) {
    const names = formats.map(({ name }) => name).join(' or ');
    throw new FileError(`this is not a picture: expected ${names}, got ${firstBytes(bytes)}`);
  }
  try {
    return await format.decode(bytes);
  } catch (cause) {
    if (cause instanceof FileError) throw cause;
    const text = `this begins like a ${format.name} picture but cannot be decoded: it is damaged or cut short`;
    throw new FileError(text, { cause });
  }
}

function firstBytes(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'an empty file';
  const shown = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `a file that begins with the bytes ${shown.join(' ')}`;
}
