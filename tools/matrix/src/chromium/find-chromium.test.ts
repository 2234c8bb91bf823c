import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium.js';

const only = (path: string) => (candidate: string) => candidate === path;
const onPath = { PATH: ['/bin', '/opt/bin'].join(delimiter) };

describe('findChromium', () => {
  it('takes what CHROME_PATH names before what is on the path', () => {
    const environment = { ...onPath, CHROME_PATH: '/my/chrome' };
    expect(findChromium(environment, () => true)).toBe('/my/chrome');
  });

  it('says when CHROME_PATH names nothing, and looks no further', () => {
    expect(() =>
      findChromium({ ...onPath, CHROME_PATH: '/my/chrome' }, only('/usr/bin/chromium')),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: CHROME_PATH names /my/chrome, which is no program that can be run]`,
    );
  });

  it('looks along the path, then in the usual places', () => {
    const chrome = join('/opt/bin', 'google-chrome');
    expect(findChromium(onPath, only(chrome))).toBe(chrome);
    expect(findChromium({}, only('/usr/bin/chromium'))).toBe('/usr/bin/chromium');
  });

  it('finds nothing where there is nothing', () => {
    expect(findChromium(onPath, () => false)).toBeUndefined();
  });
});
