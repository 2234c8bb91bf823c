import { describe, expect, it } from 'vitest';
import { extractExamples } from './extract-examples.js';

const page = (...lines: readonly string[]): string => lines.join('\n');

describe('extractExamples', () => {
  it('takes ts blocks with their line and leaves other languages', () => {
    const markdown = page(
      '# Title',
      '```sh',
      'npm start',
      '```',
      '',
      '```ts',
      'const a = 1;',
      '```',
    );
    expect(extractExamples('README.md', markdown)).toEqual([
      { page: 'README.md', line: 6, use: 'run', code: 'const a = 1;' },
    ]);
  });

  it('reads the markers and takes the indentation of a list off', () => {
    const markdown = page(
      '- so:',
      '  ```ts types-only',
      '  a();',
      '  ```',
      '```ts fragment',
      'b',
      '```',
    );
    expect(extractExamples('a.md', markdown).map(({ use, code }) => `${use}: ${code}`)).toEqual([
      'types-only: a();',
      'fragment: b',
    ]);
  });

  it('refuses a marker it does not know', () => {
    expect(() =>
      extractExamples('a.md', page('```ts ignore', '```')),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: a.md:1: unknown marker 'ignore'; expected none, types-only or fragment]`,
    );
  });

  it('refuses a block that does not end', () => {
    expect(() => extractExamples('a.md', '```ts')).toThrowErrorMatchingInlineSnapshot(
      `[Error: a.md:1: this block does not end]`,
    );
  });
});
