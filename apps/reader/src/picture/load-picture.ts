import { readFile, stat } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { imageSize } from 'image-size';
import { PictureError } from '../errors.js';
import type { Picture } from './picture.js';

/** Formats that are read; anything else is refused by its first bytes, before a decoder sees it. */
const formats: readonly { readonly name: string; readonly starts: (bytes: Buffer) => boolean }[] = [
  {
    name: 'PNG',
    starts: (bytes) => bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n',
  },
  { name: 'JPEG', starts: (bytes) => bytes.subarray(0, 3).toString('latin1') === '\xff\xd8\xff' },
  {
    name: 'WebP',
    starts: (bytes) =>
      bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
];

const formatNames = formats.map(({ name }) => name).join(', ');
const maxFileBytes = 256 * 2 ** 20;
const maxPixels = 64 * 2 ** 20;

/**
 * Reads a PNG, JPEG or WebP file into pixels, upright (EXIF orientation applied), on white.
 *
 * @throws PictureError when the file is missing, is no picture, is damaged or is absurdly large;
 *   the size is read from the header, so a hostile file is refused before anything is allocated.
 */
export async function loadPicture(file: string): Promise<Picture> {
  const bytes = await readBounded(file);
  const format = formats.find(({ starts }) => starts(bytes));
  if (format === undefined) {
    throw new PictureError(
      `${file} is not a picture: expected ${formatNames}, found ${firstBytes(bytes)}`,
    );
  }
  const { width, height } = headerSize(file, format.name, bytes);
  if (width * height > maxPixels) {
    const found = `${width} × ${height} = ${megapixels(width * height)} megapixels`;
    throw new PictureError(
      `${file} is too large: ${found}, at most ${megapixels(maxPixels)} are read`,
    );
  }
  try {
    return await decode(bytes);
  } catch (cause) {
    throw damaged(file, format.name, cause);
  }
}

async function readBounded(file: string): Promise<Buffer> {
  try {
    const info = await stat(file);
    if (!info.isFile())
      throw new PictureError(`${file} is not a file, so no picture can be read from it`);
    if (info.size > maxFileBytes) {
      const size = Math.round(info.size / 2 ** 20);
      throw new PictureError(
        `${file} is too large: ${size} MiB, at most ${maxFileBytes / 2 ** 20} are read`,
      );
    }
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof PictureError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new PictureError(`there is no file ${file}`, { cause });
    throw new PictureError(`${file} cannot be read: ${String(code ?? cause)}`, { cause });
  }
}

function headerSize(
  file: string,
  format: string,
  bytes: Buffer,
): { width: number; height: number } {
  try {
    const { width, height } = imageSize(bytes);
    if (width > 0 && height > 0) return { width, height };
  } catch (cause) {
    throw damaged(file, format, cause);
  }
  throw damaged(file, format, undefined);
}

function damaged(file: string, format: string, cause: unknown): PictureError {
  return new PictureError(
    `${file} begins like a ${format} picture but cannot be decoded: it is damaged or cut short`,
    {
      cause,
    },
  );
}

async function decode(bytes: Buffer): Promise<Picture> {
  // The decoder fills what a cut-off PNG or JPEG lacks with nothing and says nothing.
  if (bytes[0] === 0x89 && !bytes.includes('IEND')) throw new Error('no IEND chunk');
  if (bytes[0] === 0xff && !endsImage(bytes)) throw new Error('no EOI marker');
  const image = await loadImage(bytes);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, image.width, image.height);
  context.drawImage(image, 0, 0);
  const { width, height, data } = context.getImageData(0, 0, image.width, image.height);
  return { width, height, data };
}

/**
 * Whether a JPEG's last end-of-image marker lies after its last start of scan: a picture that is cut
 * off may hold the whole of a thumbnail. Entropy-coded data holds no marker (T.81, B.1.1.5).
 */
function endsImage(jpeg: Buffer): boolean {
  const scan = jpeg.lastIndexOf(Buffer.of(0xff, 0xda));
  return scan >= 0 && jpeg.lastIndexOf(Buffer.of(0xff, 0xd9)) > scan;
}

function megapixels(pixels: number): number {
  return Math.round(pixels / 1e6);
}

function firstBytes(bytes: Buffer): string {
  if (bytes.length === 0) return 'an empty file';
  const shown = [...bytes.subarray(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(' ');
  return `a file that begins with bytes ${shown}`;
}
