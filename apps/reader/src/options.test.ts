import { describe, expect, it } from 'vitest';
import { helpText, parseOptions } from './options.js';

const backends = ['js', 'wasm'] as const;
const parse = (...args: string[]) => parseOptions(args, [...backends]);

describe('parseOptions', () => {
  it('reads the sample on the first backend when nothing is asked', () => {
    expect(parse()).toEqual({
      image: undefined,
      backend: 'js',
      output: undefined,
      compare: undefined,
      json: false,
      help: false,
    });
  });

  it('takes every option', () => {
    expect(parse('--image', 'a.png', '--backend=wasm', '-o', 'b.png', '--json', '-h')).toEqual({
      image: 'a.png',
      backend: 'wasm',
      output: 'b.png',
      compare: undefined,
      json: true,
      help: true,
    });
  });

  it('compares all backends, or the one named with the first', () => {
    expect(parse('--compare').compare).toEqual(['js', 'wasm']);
    expect(parse('--compare', '--backend', 'wasm').compare).toEqual(['js', 'wasm']);
    expect(parse('--compare', '--backend', 'js').compare).toEqual(['js']);
  });

  it.each([
    [
      'an unknown backend',
      ['--backend', 'cuda'],
      `unknown backend 'cuda'; expected one of: js, wasm`,
    ],
    [
      'an unknown option',
      ['--imagine', 'a.png'],
      `unknown option '--imagine'; expected one of: --image, --backend, --output, --compare, --json, --help`,
    ],
    [
      'a bare file name',
      ['a.png'],
      `unexpected argument 'a.png'; a picture is named with --image a.png`,
    ],
    ['a missing value', ['--image'], `--image needs a value`],
    ['an option where a value belongs', ['--image', '--json'], `--image needs a value`],
    ['an empty file name', ['--image='], `--image needs the name of a file`],
    ['a value for a flag', ['--json=yes'], `--json takes no value`],
  ])('refuses %s', (_, args, message) => {
    expect(() => parse(...args)).toThrowError(
      expect.objectContaining({ name: 'UsageError', message }),
    );
  });
});

describe('helpText', () => {
  it('names the backends, the options and an example', () => {
    expect(helpText(backends)).toMatchInlineSnapshot(`
      "Reads the text in a picture with PP-OCRv4 mobile, run by Separable.

      Usage: npm start -- [options]

        -i, --image FILE     a PNG, JPEG or WebP picture (default: the sample, a notice on a desk)
        -b, --backend NAME   what computes: js, wasm (default: js)
        -o, --output FILE    where the drawn result goes, a PNG (default: apps/reader/out/<name>-read.png)
            --compare        read on every backend, or on js and the one named, and compare
            --json           print one JSON object instead of text
        -h, --help           show this

      Example:

        npm start -- --image letter.jpg --backend js --output letter-read.png

      Exit codes: 0 read, 1 no picture there, or something failed, 2 a wrong command line.
      "
    `);
  });
});
