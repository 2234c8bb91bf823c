import { describe, expect, it } from 'vitest';
import { SeparableError } from '../errors/separable-error.js';
import * as dim from './dimension.js';

/** As many repetitions of a text as an expression may have letters. */
function filled(part: (i: number) => string, join = '', head = ''): string {
  let text = head;
  for (let i = 0; ; i++) {
    const longer = text + (i > 0 ? join : '') + part(i);
    if (longer.length > 2040) return text;
    text = longer;
  }
}

const symbols = filled((i) => `s${i.toString(36)}`, '+')
  .slice(0, 500)
  .replace(/\+[^+]*$/, '');
const nested = (inner: (x: string) => string, depth: number): string => {
  let text = 'x';
  for (let i = 0; i < depth; i++) text = inner(text);
  return text;
};

const hostile: Readonly<Record<string, string>> = {
  'a power of a sum': filled(() => '(a+b+1)', '*'),
  'products of sums': filled((i) => `(a${i}+b${i})`, '*'),
  'many operands of max': `max(${filled((i) => `s${i}`, ',')})`,
  'nested max': nested((x) => `max(${x},min(y,${x.length % 7}))`, 60),
  'quotients of products of quotients': nested((x) => `((${x})*(a+b)//3)`, 60),
  'quotients by sums': nested((x) => `((${x})//(a+b))`, 60),
  'exact quotients of long sums': filled(() => '*c//c', '', `(${symbols})`),
  'long sums divided by long sums': `((${symbols})*(${symbols}))//(${symbols})`,
  'a long sum': filled((i) => `s${i.toString(36)}`, '+'),
  'many signs': `${'-'.repeat(2000)}x`,
  'deep parentheses': `${'('.repeat(1000)}x${')'.repeat(1000)}`,
  'a long name': 'x'.repeat(2040),
  'a long name times itself': filled(() => 'x'.repeat(80), '*'),
  'a huge number': '9'.repeat(2000),
  'growing numbers': filled(() => '99999999', '*'),
  'a million letters': 'x+'.repeat(500_000),
  'only space': ' '.repeat(2000),
};

describe('a hostile dimension', () => {
  it.each(Object.keys(hostile))('is read or refused fast: %s', (what) => {
    const started = performance.now();
    let text: unknown;
    try {
      text = dim.normalise(hostile[what]!);
    } catch (error) {
      if (!(error instanceof SeparableError)) throw error;
      text = error.code;
    }
    expect(text).not.toBe('');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('cannot grow by arithmetic', () => {
    const grow = (): void => {
      let d: dim.Dim = 'x';
      for (let i = 0; i < 100; i++) d = dim.floorDiv(dim.multiply(d, dim.add('a', `b${i}`)), 3);
    };
    expect(grow).toThrowErrorMatchingInlineSnapshot(`
      [GraphError: a dimension expression has over 2048 letters
        hint: give a size in place of a symbol]
    `);
    expect(() => dim.multiply(2 ** 40, 2 ** 40)).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: a dimension of 1.2089258196146292e+24 exceeds 2^53]`,
    );
    expect(() => dim.normalise('9007199254740993')).toThrowErrorMatchingInlineSnapshot(`
      [GraphError: a dimension expression exceeds 2^53
        hint: give a size in place of a symbol]
    `);
  });
});
