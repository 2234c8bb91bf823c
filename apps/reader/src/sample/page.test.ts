import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readingOrder } from '../reading-order.js';
import { drawPage } from './page.js';

describe('the sample', () => {
  it('has the text that sample/expected.txt promises, in reading order', async () => {
    const expected = await readFile(new URL('../../sample/expected.txt', import.meta.url), 'utf8');
    const drawn = readingOrder(drawPage().lines).map(({ text }) => text);
    expect(`${drawn.join('\n')}\n`).toBe(expected);
  });
});
