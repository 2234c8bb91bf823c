import { describe, expect, it } from 'vitest';
import { smallSession, smallSessionInWorker } from './small-session.js';

describe('a session', () => {
  it('gives the same bits in a page and in a dedicated worker, side by side', async () => {
    const [page, worker] = await Promise.all([smallSession(), smallSessionInWorker()]);
    expect(page).toHaveLength(1000);
    expect(page.some((value) => value !== page[0])).toBe(true);
    expect(worker).toEqual(page);
  });
});
