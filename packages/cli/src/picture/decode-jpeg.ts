import { maxMegapixels, type Picture } from './picture.js';
import { orientationOf, upright } from './orientation.js';

/** Decodes a JPEG file, turned upright as its EXIF data asks. */
export async function decodeJpeg(bytes: Uint8Array): Promise<Picture> {
  const { default: jpeg } = await import('jpeg-js');
  const { width, height, data } = jpeg.decode(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    tolerantDecoding: false,
    maxResolutionInMP: maxMegapixels,
    maxMemoryUsageInMB: 2048,
  });
  return upright({ width, height, rgb: data }, orientationOf(bytes));
}
