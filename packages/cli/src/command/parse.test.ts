import { describe, expect, it } from 'vitest';
import { exitCodes } from '../exit-code.js';
import { command } from './command.js';
import { parse } from './parse.js';

const sample = command({
  name: 'sample',
  summary: 'for tests',
  operand: 'MODEL',
  details: [],
  options: {
    input: { type: 'text', value: 'FILE', multiple: true, description: '' },
    mean: { type: 'text', value: 'M', description: '' },
    json: { type: 'boolean', description: '' },
  },
  examples: [{ line: 'separable sample m', does: 'nothing' }],
  run: async () => exitCodes.fine,
});

describe('parse', () => {
  it('reads options, lists and the operand in any order', () => {
    expect(
      parse(sample, ['--input', 'a', 'm.onnx', '--json', '--input=b', '--mean', '-0.5']),
    ).toEqual({
      operands: ['m.onnx'],
      options: { input: ['a', 'b'], mean: '-0.5', json: true, verbose: false, help: false },
    });
    expect(parse(sample, ['--', '--odd'])).toMatchObject({
      operands: ['--odd'],
      options: { input: [], json: false },
    });
  });

  it('needs no operand to show help', () => {
    expect(parse(sample, ['--help']).options['help']).toBe(true);
  });

  it.each([
    [['m', '--jsn'], "unknown option '--jsn'"],
    [['m', '--__proto__'], "unknown option '--__proto__'"],
    [['m', '-x'], "unknown option '-x'"],
    [['m', '--json=1'], "option '--json' takes no value"],
    [['m', '--input'], "option '--input' needs a value: --input FILE"],
    [['m', '--input', '--json'], "option '--input' needs a value: --input FILE"],
    [['m', '--mean='], "option '--mean' needs a value: --mean M"],
    [['m', '--mean', '1', '--mean', '2'], "option '--mean' was given twice"],
    [['m', 'n'], "sample cannot make use of 'n'"],
    [[], 'sample needs a MODEL'],
  ])('refuses %j', (argv, text) => {
    expect(() => parse(sample, argv)).toThrow(
      `${text}\n  hint: separable sample --help shows what it takes`,
    );
  });
});
