import type { DecodedPng } from 'fast-png';
import { FileError } from '../errors.js';
import { maxMegapixels, type Picture } from './picture.js';

/** Decodes a PNG file of any colour type and depth; transparent pixels lie on white. */
export async function decodePng(bytes: Uint8Array): Promise<Picture> {
  checkHeader(bytes);
  const { decode } = await import('fast-png');
  const png = decode(bytes, { checkCrc: true });
  const samples = unpack(png);
  if (samples.length !== png.width * png.height * png.channels)
    throw new Error('pixels are missing');
  return flatten(png, samples);
}

/** The header says the size before anything is inflated, and what the decoder cannot do. */
function checkHeader(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width * height > maxMegapixels * 1e6) {
    throw new FileError(
      `the picture has ${width} × ${height} pixels; at most ${maxMegapixels} megapixels are read`,
    );
  }
  const [depth, interlaced] = [view.getUint8(24), view.getUint8(28) !== 0];
  if (interlaced && depth < 8) {
    throw new FileError(`interlaced PNG pictures of ${depth} bits a sample cannot be read`);
  }
}

/** One number a sample. Samples of less than a byte are packed, each row from a byte of its own. */
function unpack({ width, height, depth, data }: DecodedPng): DecodedPng['data'] {
  if (depth >= 8) return data;
  const samples = new Uint8Array(width * height);
  const bytesInRow = Math.ceil((width * depth) / 8);
  if (data.length !== bytesInRow * height) throw new Error('pixels are missing');
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const byte = data[y * bytesInRow + Math.floor((x * depth) / 8)]!;
      samples[y * width + x] = (byte >> (8 - depth - ((x * depth) % 8))) & (2 ** depth - 1);
    }
  }
  return samples;
}

function flatten(
  { width, height, depth, channels, palette, transparency }: DecodedPng,
  samples: DecodedPng['data'],
): Picture {
  const rgb = new Uint8Array(width * height * 3);
  const scale = 255 / (2 ** depth - 1);
  const isColour = channels > 2;
  // A picture in true colours may carry a palette too, as advice for poor screens.
  const colours = isColour ? undefined : palette;
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = pixel * channels;
    if (colours !== undefined) {
      const colour = colours[samples[at]!];
      if (colour === undefined) throw new Error('a pixel is of a colour that the palette lacks');
      onWhite(rgb, pixel, colour, (colour[3] ?? 255) / 255);
      continue;
    }
    const [r, g, b] = isColour ? [at, at + 1, at + 2] : [at, at, at];
    const stored = [samples[r]!, samples[g]!, samples[b]!];
    const hasAlpha = channels === 2 || channels === 4;
    // Without an alpha channel one colour may be declared transparent.
    const isClear =
      transparency !== undefined && stored.every((s, i) => s === transparency[isColour ? i : 0]);
    const alpha = hasAlpha ? (samples[at + channels - 1]! * scale) / 255 : Number(!isClear);
    onWhite(
      rgb,
      pixel,
      stored.map((s) => s * scale),
      alpha,
    );
  }
  return { width, height, rgb };
}

function onWhite(rgb: Uint8Array, pixel: number, colour: readonly number[], alpha: number): void {
  for (let c = 0; c < 3; c++) rgb[pixel * 3 + c] = Math.round(255 + (colour[c]! - 255) * alpha);
}
