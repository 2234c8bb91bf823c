import { describe, expect, it } from 'vitest';
import { progressOn } from './progress.js';

function written(isTTY: boolean): string[] {
  const texts: string[] = [];
  const progress = progressOn({ isTTY, write: (text) => texts.push(text) });
  progress.phase('recognising lines');
  progress.step(1, 2);
  progress.step(2, 2);
  progress.end();
  return texts;
}

describe('progressOn', () => {
  it('rewrites one line on a terminal and erases it at the end', () => {
    const erase = '\r\x1b[2K';
    expect(written(true)).toEqual([
      `${erase}recognising lines …`,
      `${erase}recognising lines ████████████░░░░░░░░░░░░ 1 of 2`,
      `${erase}recognising lines ████████████████████████ 2 of 2`,
      erase,
    ]);
  });

  it('writes one line a phase elsewhere', () => {
    expect(written(false)).toEqual(['recognising lines …\n']);
  });

  it('says every five seconds elsewhere how far a phase has come', () => {
    const texts: string[] = [];
    let time = 100;
    const progress = progressOn({ write: (text) => texts.push(text) }, () => time);
    progress.phase('recognising lines');
    for (let line = 1; line <= 9; line++) {
      time += 1700;
      progress.step(line, 9);
    }
    progress.end();
    expect(texts).toEqual([
      'recognising lines …\n',
      'recognising lines … 3 of 9\n',
      'recognising lines … 6 of 9\n',
    ]);
  });
});
