import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentStamp, hasStamp, writeStamp } from './content-stamp.mjs';

const folder = mkdtempSync(join(tmpdir(), 'separable-stamp-'));
const one = join(folder, 'one');
const two = join(folder, 'two');

describe('contentStamp', () => {
  it('depends on contents and facts, not on the order of the files', () => {
    writeFileSync(one, '1');
    writeFileSync(two, '2');
    const stamp = contentStamp([one, two], ['linux']);
    expect(contentStamp([two, one], ['linux'])).toBe(stamp);
    expect(contentStamp([one, two], ['darwin'])).not.toBe(stamp);
    writeFileSync(two, '3');
    expect(contentStamp([one, two], ['linux'])).not.toBe(stamp);
  });
});

describe('hasStamp', () => {
  it('holds only for the stamp that was written', () => {
    const stampFile = join(folder, 'made', 'on', 'the', 'way');
    expect(hasStamp(stampFile, 'a')).toBe(false);
    writeStamp(stampFile, 'a');
    expect(hasStamp(stampFile, 'a')).toBe(true);
    expect(hasStamp(stampFile, 'b')).toBe(false);
  });
});
