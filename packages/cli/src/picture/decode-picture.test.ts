import { encode } from 'fast-png';
import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { decodePicture } from './decode-picture.js';

const noise = Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => (i * 7919) % 251);
const png = encode({ width: 64, height: 64, channels: 3, data: noise });
const grey = { width: 16, height: 8, data: Buffer.alloc(16 * 8 * 4, 128) };

/** Four pixels, left to right, from a PNG of another kind. */
async function row(image: Parameters<typeof encode>[0]): Promise<number[][]> {
  const { rgb } = await decodePicture(encode(image));
  return [0, 1, 2, 3].map((x) => [...rgb.subarray(x * 3, x * 3 + 3)]);
}

describe('decoding a picture', () => {
  it('reads PNG exactly', async () => {
    expect(await decodePicture(png)).toEqual({ width: 64, height: 64, rgb: noise });
  });

  it('reads JPEG, whatever the size of its blocks', async () => {
    const { width, height, rgb } = await decodePicture(jpeg.encode(grey, 90).data);
    expect([width, height, rgb.length]).toEqual([16, 8, 16 * 8 * 3]);
    expect(rgb.every((value) => Math.abs(value - 128) <= 2)).toBe(true);
  });

  it('reads grey, transparent and 16-bit pixels', async () => {
    const size = { width: 4, height: 1 };
    expect(await row({ ...size, channels: 1, data: new Uint8Array([0, 1, 128, 255]) })).toEqual([
      [0, 0, 0],
      [1, 1, 1],
      [128, 128, 128],
      [255, 255, 255],
    ]);
    expect(
      await row({ ...size, channels: 2, data: new Uint8Array([0, 0, 0, 255, 0, 51, 100, 255]) }),
    ).toEqual([
      [255, 255, 255],
      [0, 0, 0],
      [204, 204, 204],
      [100, 100, 100],
    ]);
    const deep = new Uint16Array([0, 65535, 257, 65535, 0, 0, 128, 129, 25700, 1, 2, 3]);
    expect(await row({ ...size, channels: 3, depth: 16, data: deep })).toEqual([
      [0, 255, 1],
      [255, 0, 0],
      [0, 1, 100],
      [0, 0, 0],
    ]);
  });

  it('reads one bit a sample, and palettes', async () => {
    // Written by hand: 5 × 1 pixels, bits 1 0 1 1 0.
    expect((await decodePicture(await tinyPng(1, 0, [0b10110000]))).rgb).toEqual(
      Uint8Array.from([255, 0, 255, 255, 0].flatMap((v) => [v, v, v])),
    );
    // 2 bits a pixel into a palette of three colours.
    const palette = [10, 20, 30, 40, 50, 60, 70, 80, 90];
    expect(
      (await decodePicture(await tinyPng(2, 3, [0b00011001, 0b00000000], palette))).rgb,
    ).toEqual(Uint8Array.from([10, 20, 30, 40, 50, 60, 70, 80, 90, 40, 50, 60, 10, 20, 30]));
  });

  it('turns a JPEG picture upright', async () => {
    // Left half dark, right half light; orientation 6 wants a quarter turn clockwise.
    const data = Buffer.from(
      Array.from({ length: 16 * 8 }, (_, i) =>
        i % 16 < 8 ? [0, 0, 0, 255] : [255, 255, 255, 255],
      ).flat(),
    );
    const plain = jpeg.encode({ width: 16, height: 8, data }, 90).data;
    const exif = Buffer.from(
      'Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0',
      'latin1',
    );
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
    const turned = await decodePicture(
      Buffer.concat([plain.subarray(0, 2), segment, plain.subarray(2)]),
    );
    expect([turned.width, turned.height]).toEqual([8, 16]);
    expect(turned.rgb[0]).toBeLessThan(10);
    expect(turned.rgb.at(-1)).toBeGreaterThan(245);
  });

  it('refuses what is no picture, is damaged, or is absurdly large', async () => {
    const huge = Uint8Array.from(png);
    new DataView(huge.buffer).setUint32(16, 4_000_000_000);
    const flipped = Uint8Array.from(png);
    flipped[flipped.length >> 1]! ^= 0xff;
    const photo = jpeg.encode(grey, 90).data;
    const damaged = [
      new Uint8Array(0),
      Buffer.from('GIF89a and more'),
      png.subarray(0, 20),
      png.subarray(0, png.length >> 1),
      png.subarray(0, -12),
      flipped,
      huge,
      photo.subarray(0, 100),
      photo.subarray(0, -10),
    ];
    const texts: string[] = [];
    for (const bytes of damaged) {
      texts.push(
        await decodePicture(bytes).then(
          () => 'decoded',
          (error: Error) => `${error.name}: ${error.message}`,
        ),
      );
    }
    expect(texts.join('\n')).toMatchInlineSnapshot(`
      "FileError: this is not a picture: expected PNG or JPEG, got an empty file
      FileError: this is not a picture: expected PNG or JPEG, got a file that begins with the bytes 47 49 46 38 39 61 20 61
      FileError: this begins like a PNG picture but cannot be decoded: it is damaged or cut short
      FileError: this begins like a PNG picture but cannot be decoded: it is damaged or cut short
      FileError: this begins like a PNG picture but cannot be decoded: it is damaged or cut short
      FileError: this begins like a PNG picture but cannot be decoded: it is damaged or cut short
      FileError: the picture has 4000000000 × 64 pixels; at most 100 megapixels are read
      FileError: this begins like a JPEG picture but cannot be decoded: it is damaged or cut short
      FileError: this begins like a JPEG picture but cannot be decoded: it is damaged or cut short"
    `);
  });
});

/** A PNG file of 5 × 1 pixels. */
async function tinyPng(
  depth: number,
  colourType: number,
  packed: readonly number[],
  palette?: readonly number[],
): Promise<Uint8Array> {
  const { crc32, deflateSync } = await import('node:zlib');
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 5, 0, 0, 0, 1, depth, colourType, 0, 0, 0])),
    ...(palette === undefined ? [] : [chunk('PLTE', Buffer.from(palette))]),
    chunk('IDAT', deflateSync(Buffer.from([0, ...packed]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
