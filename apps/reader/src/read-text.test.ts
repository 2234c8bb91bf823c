import { describe, expect, it } from 'vitest';
import type { FloatTensor, RunNetwork } from './networks/network.js';
import { readText } from './read-text.js';

const picture = { width: 128, height: 64, data: new Uint8ClampedArray(4 * 128 * 64).fill(255) };
const classes = ['', 'a', 'b', ' '];

/** Marks two bars, at 20 and at 44 pixels from the top. */
function mapOf([, , height = 0, width = 0]: readonly number[]): FloatTensor {
  const data = new Float32Array(height * width);
  for (const top of [16, 40]) {
    for (let y = top; y < top + 8; y++) data.fill(0.9, y * width + 20, y * width + 100);
  }
  return { data, shape: [1, 1, height, width] };
}

/** Networks that find two lines and read each as one letter, with the given probabilities. */
function networks(
  ...readings: readonly (readonly [number, number])[]
): RunNetwork & { calls: string[] } {
  const left = [...readings];
  const calls: string[] = [];
  const run = async (name: string, { shape }: FloatTensor): Promise<FloatTensor> => {
    calls.push(`${name} ${shape.join('×')}`);
    if (name === 'detection') return mapOf(shape);
    const [best, probability] = left.shift() ?? [0, 1];
    const data = new Float32Array(classes.length);
    data[best] = probability;
    return { data, shape: [1, 1, classes.length] };
  };
  return Object.assign(run, { calls });
}

const silent = { detecting: () => undefined, recognising: () => undefined };

describe('readText', () => {
  it('detects once, then recognises each line from the top', async () => {
    const run = networks([1, 0.9], [2, 0.8]);
    const lines = await readText(picture, run, classes, silent);
    expect(lines.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(lines.map(({ box }) => box.centre.y)).toEqual([20, 44]);
    expect(lines[0]?.confidence).toBeCloseTo(0.9);
    expect(run.calls).toEqual([
      'detection 1×3×64×128',
      'recognition 1×3×48×224',
      'recognition 1×3×48×224',
    ]);
  });

  it('drops readings that are doubtful or empty', async () => {
    expect(await readText(picture, networks([1, 0.49], [3, 0.9]), classes, silent)).toEqual([]);
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    await readText(picture, networks([1, 0.9], [2, 0.8]), classes, {
      detecting: () => told.push('detecting'),
      recognising: (line, of) => told.push(`${line} of ${of}`),
    });
    expect(told).toEqual(['detecting', '1 of 2', '2 of 2']);
  });

  it('refuses a probability map of another size', async () => {
    const run: RunNetwork = async () => ({ data: new Float32Array(4), shape: [1, 1, 2, 2] });
    await expect(
      readText(picture, run, classes, silent),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: detection answered with shape [1, 1, 2, 2] for a 128 × 64 input]`,
    );
  });
});
