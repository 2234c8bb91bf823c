import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as dim from './dimension.js';

describe('dimension expressions', () => {
  it('have one spelling however they were written', () => {
    expect(dim.normalise(' H*2+ 3 -1')).toBe('2*H + 2');
    expect(dim.normalise('W*H')).toBe(dim.normalise('H * W'));
    expect(dim.normalise('ceil(H, 2)')).toBe('(H + 1)//2');
    expect(dim.normalise('(4*H + 3)//2')).toBe('2*H + 1');
    expect(dim.normalise('7 - 3')).toBe(4);
  });

  it('merge the quotients of a chain of strided convolutions', () => {
    let size: dim.Dim = 'H';
    for (let i = 0; i < 5; i++) size = dim.add(dim.floorDiv(dim.subtract(size, 1), 2), 1);
    expect(size).toBe('(H + 31)//32');
    expect(dim.floorDiv(dim.floorDiv('32*h', 4), 8)).toBe('h');
  });

  it('cancel what a reshape divides', () => {
    const area = dim.product(['batch', '(H + 1)//2', 'W', 8]);
    expect(dim.floorDiv(area, dim.product(['(H + 1)//2', 8]))).toBe('W*batch');
    expect(dim.exactDiv(dim.multiply('H + 1', 'W + 2'), 'W + 2')).toBe('H + 1');
    expect(dim.exactDiv('H + 1', 2)).toBeUndefined();
  });

  it('drop operands of min and max that never decide', () => {
    expect(dim.max('H', 'H + 1', 0)).toBe('H + 1');
    expect(dim.min('W', 'H')).toBe('min(H, W)');
    expect(dim.max('H', 'H')).toBe('H');
    expect(dim.max('H', dim.max('W', 'H'), 'batch')).toBe('max(H, W, batch)');
    expect(dim.max(0, '(H - 5)//2')).toBe('max((H + 1)//2 - 3, 0)');
  });

  it('refuse what is not an expression', () => {
    expect(() => dim.normalise('H +')).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: cannot read the dimension 'H +': it ends too early]`,
    );
    expect(() => dim.normalise('H / 2')).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: cannot read the dimension 'H / 2': unexpected '/']`,
    );
    expect(() => dim.normalise('('.repeat(500))).toThrow(/nested too deeply/);
    expect(() => dim.floorDiv('H', 0)).toThrow(/divides by 0/);
  });
});

const sizes = ['H', 'W', 'batch'] as const;

/** An expression as text, and the same in plain arithmetic without any normalisation. */
interface Sample {
  readonly text: string;
  readonly value: (bindings: dim.Bindings) => number;
}

type Combine = (a: number, b: number) => number;
const infix: readonly (readonly [string, Combine])[] = [
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
];
const calls: readonly (readonly [string, Combine])[] = [
  ['min', (a, b) => Math.min(a, b)],
  ['max', (a, b) => Math.max(a, b)],
];

const { sample } = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...sizes).map((text) => ({ text, value: (x: dim.Bindings) => x.get(text)! })),
    fc.nat(9).map((n) => ({ text: String(n), value: () => n })),
    fc.tuple(tie('sample'), fc.constantFrom(...infix), tie('sample')).map(([a, [sign, f], b]) => ({
      text: `(${a.text} ${sign} ${b.text})`,
      value: (x: dim.Bindings) => f(a.value(x), b.value(x)),
    })),
    fc.tuple(tie('sample'), fc.constantFrom(...calls), tie('sample')).map(([a, [name, f], b]) => ({
      text: `${name}(${a.text}, ${b.text})`,
      value: (x: dim.Bindings) => f(a.value(x), b.value(x)),
    })),
    fc.tuple(tie('sample'), fc.integer({ min: 1, max: 5 })).map(([a, n]) => ({
      text: `((${a.text})//${n})`,
      value: (x: dim.Bindings) => Math.floor(a.value(x) / n),
    })),
    fc.tuple(tie('sample'), fc.integer({ min: 1, max: 5 })).map(([a, n]) => ({
      text: `ceil(${a.text}, ${n})`,
      value: (x: dim.Bindings) => Math.ceil(a.value(x) / n),
    })),
  ),
}));

describe('normalisation', () => {
  it('keeps the value of every expression, before and after sizes are bound', () => {
    fc.assert(
      fc.property(
        sample,
        fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)),
        ({ text, value }, values) => {
          const bindings = new Map<string, number>(sizes.map((name, i) => [name, values[i]!]));
          const normal = dim.normalise(text);
          expect(dim.normalise(normal)).toBe(normal);
          expect(dim.bind(normal, bindings)).toBe(value(bindings) + 0);
        },
      ),
      { numRuns: 2000, seed: 7 },
    );
  });
});
