import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recognitionClasses } from '../models.js';
import { loadPicture } from '../picture/load-picture.js';
import type { Picture } from '../picture/picture.js';
import { readText } from '../read-text.js';
import { openNetworks } from './open-networks.js';

const sample = fileURLToPath(new URL('../../sample/notice.jpg', import.meta.url));
const silent = { detecting: () => undefined, recognising: () => undefined };

/** A part of a picture: the whole sample takes plain JavaScript too long for a test. */
function crop(picture: Picture, left: number, top: number, width: number, height: number): Picture {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let row = 0; row < height; row++) {
    const start = 4 * ((top + row) * picture.width + left);
    data.set(picture.data.subarray(start, start + 4 * width), 4 * row * width);
  }
  return { width, height, data };
}

describe('the networks on backend-js', () => {
  it('read the lines of a tilted receipt and give an account of it', async () => {
    const picture = crop(await loadPicture(sample), 525, 1040, 430, 272);
    await using networks = await openNetworks('js');
    const lines = await readText(picture, networks.run, await recognitionClasses(), silent);
    expect(lines.map(({ text }) => text)).toEqual([
      'RED SHED STORES',
      'Seed potatoes, 5 kg: $12.00',
      'Green twine, 100 m: $3.75',
      'Hand fork, used: $6.20',
      'Total $21.95',
    ]);
    const [detection, recognition] = networks.receipts();
    expect(detection?.parameters).toBeGreaterThan(1_000_000);
    expect(recognition?.runs).toBe(5);
    expect(recognition?.backend).toBe('js');
  });

  it('refuse a backend that is not there', async () => {
    await expect(openNetworks('cuda')).rejects.toThrow("unknown backend 'cuda'");
  });
});
