import { loadImage, createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { drawReading } from './draw-reading.js';
import { layoutFor } from './layout.js';

const picture = { width: 200, height: 200, data: new Uint8ClampedArray(4 * 200 * 200).fill(255) };
const box = { centre: { x: 100, y: 100 }, width: 120, height: 30, angle: 0.1 };

/** How many pixels of an area are neither white nor near it. */
async function inked(png: Buffer, area: 'picture' | 'text'): Promise<number> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { x, y, width, height } = layoutFor(picture)[area];
  const { data } = context.getImageData(x + 20, y + 20, width - 40, height - 40);
  let count = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i]! < 200) count++;
  return count;
}

describe('drawReading', () => {
  it('draws boxes on the picture and the text beside it', async () => {
    const png = await drawReading(
      picture,
      [{ text: 'Hello 茶', confidence: 0.97, box }],
      'blank.png',
    );
    expect(await inked(png, 'picture')).toBeGreaterThan(500);
    expect(await inked(png, 'text')).toBeGreaterThan(500);
  });

  it('draws a picture without text', async () => {
    const png = await drawReading(picture, [], 'blank.png');
    expect(await inked(png, 'picture')).toBe(0);
    expect(await inked(png, 'text')).toBe(0);
  });
});
