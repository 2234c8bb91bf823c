import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPicture } from './load-picture.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Three pixels wide, two high: red, with a half transparent black corner. */
function small(): Canvas {
  const canvas = createCanvas(3, 2);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f00';
  context.fillRect(0, 0, 3, 2);
  context.clearRect(0, 0, 1, 1);
  return canvas;
}

async function fileOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

async function messageOf(file: string): Promise<string> {
  const error: unknown = await loadPicture(file).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'PictureError' });
  return (error as Error).message.replaceAll(folder, 'FOLDER');
}

/** An EXIF block that says the picture was taken with the camera on its side. */
const exifTurned = Buffer.from(
  'ffe100224578696600004d4d002a00000008000101120003000000010006000000000000',
  'hex',
);

describe('loadPicture', () => {
  it('reads a PNG onto white', async () => {
    const { width, height, data } = await loadPicture(
      await fileOf('a.png', small().toBuffer('image/png')),
    );
    expect([width, height]).toEqual([3, 2]);
    expect([...data.subarray(0, 8)]).toEqual([255, 255, 255, 255, 255, 0, 0, 255]);
  });

  it.each(['jpeg', 'webp'] as const)('reads a %s', async (type) => {
    const file = await fileOf(`a.${type}`, small().toBuffer(`image/${type}`));
    expect(await loadPicture(file)).toMatchObject({ width: 3, height: 2 });
  });

  it('turns a photograph upright by its EXIF block', async () => {
    const jpeg = small().toBuffer('image/jpeg');
    const turned = Buffer.concat([jpeg.subarray(0, 2), exifTurned, jpeg.subarray(2)]);
    expect(await loadPicture(await fileOf('turned.jpg', turned))).toMatchObject({
      width: 2,
      height: 3,
    });
  });

  it('names a file that is not there', async () => {
    expect(await messageOf(join(folder, 'none.png'))).toMatchInlineSnapshot(
      `"there is no file FOLDER/none.png"`,
    );
  });

  it('refuses a folder', async () => {
    expect(await messageOf(folder)).toMatchInlineSnapshot(
      `"FOLDER is not a file, so no picture can be read from it"`,
    );
  });

  it('says what a file that is no picture begins with', async () => {
    expect(await messageOf(await fileOf('a.txt', 'Dear Sir,'))).toMatchInlineSnapshot(
      `"FOLDER/a.txt is not a picture: expected PNG, JPEG, WebP, found a file that begins with bytes 44 65 61 72 20 53 69 72"`,
    );
  });

  it('says that a file is empty', async () => {
    expect(await messageOf(await fileOf('empty.png', ''))).toMatchInlineSnapshot(
      `"FOLDER/empty.png is not a picture: expected PNG, JPEG, WebP, found an empty file"`,
    );
  });

  it.each(['png', 'jpeg', 'webp'] as const)('says that a %s is cut short', async (type) => {
    const bytes = small().toBuffer(`image/${type}` as 'image/png');
    const file = await fileOf(`short.${type}`, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
    expect(await messageOf(file)).toContain('cannot be decoded: it is damaged or cut short');
  });

  it('says that a photograph is cut short within its pixels', async () => {
    const canvas = createCanvas(200, 200);
    const context = canvas.getContext('2d');
    for (let i = 0; i < 200; i++) {
      context.fillStyle = `rgb(${(i * 97) % 256} ${(i * 31) % 256} ${i})`;
      context.fillRect((i * 53) % 200, (i * 71) % 200, 40, 40);
    }
    const bytes = canvas.toBuffer('image/jpeg');
    expect(await loadPicture(await fileOf('whole.jpg', bytes))).toMatchObject({ width: 200 });
    const trailed = Buffer.concat([bytes, Buffer.from('what a camera appends')]);
    expect(await loadPicture(await fileOf('trailed.jpg', trailed))).toMatchObject({ width: 200 });
    const short = bytes.subarray(0, bytes.length - 100);
    expect(await messageOf(await fileOf('short.jpg', short))).toMatchInlineSnapshot(
      `"FOLDER/short.jpg begins like a JPEG picture but cannot be decoded: it is damaged or cut short"`,
    );
    // A whole thumbnail in the EXIF block does not make up for the picture's own end.
    const block = Buffer.concat([Buffer.of(0xff, 0xe1, 0, 0), small().toBuffer('image/jpeg')]);
    block.writeUInt16BE(block.length - 2, 2);
    const thumbnailed = Buffer.concat([short.subarray(0, 2), block, short.subarray(2)]);
    expect(await messageOf(await fileOf('thumbnailed.jpg', thumbnailed))).toContain('cut short');
  });

  it('says that a picture without a header is damaged', async () => {
    expect(await messageOf(await fileOf('bare.png', '\x89PNG\r\n\x1a\n'))).toContain(
      'is not a picture',
    );
    const bare = await fileOf('bare.jpg', Buffer.from('ffd8ff', 'hex'));
    expect(await messageOf(bare)).toMatchInlineSnapshot(
      `"FOLDER/bare.jpg begins like a JPEG picture but cannot be decoded: it is damaged or cut short"`,
    );
  });

  it('refuses a picture of absurd size by its header alone', async () => {
    const bytes = small().toBuffer('image/png');
    bytes.writeUInt32BE(100_000, 16);
    bytes.writeUInt32BE(50_000, 20);
    expect(await messageOf(await fileOf('vast.png', bytes))).toMatchInlineSnapshot(
      `"FOLDER/vast.png is too large: 100000 × 50000 = 5000 megapixels, at most 67 are read"`,
    );
  });
});
