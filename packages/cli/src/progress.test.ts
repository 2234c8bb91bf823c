import { describe, expect, it } from 'vitest';
import { progressOn } from './progress.js';

function written(isTTY: boolean): string {
  let text = '';
  const progress = progressOn({ isTTY, write: (more: string) => (text += more) });
  progress.phase('running');
  progress.step(10, 10, 'last');
  progress.note('done');
  progress.end();
  return text;
}

describe('progress', () => {
  it('rewrites one line on a terminal and leaves notes', () => {
    expect(written(true)).toBe(
      '\r\u001B[2Krunning …\r\u001B[2Krunning ████████████████████████ 10 of 10 last\r\u001B[2Kdone\n\r\u001B[2K',
    );
  });

  it('leaves only notes elsewhere', () => {
    expect(written(false)).toBe('done\n');
  });
});
