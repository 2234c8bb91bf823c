import { dim } from '@separable/core';
import { expect, it } from 'vitest';
import { readSize } from './size-expression.js';

const sizes = new Map([
  ['H', 7],
  ['W', 4],
  ['input.batch', 3],
]);

const numbers = {
  number: (value: number) => value,
  symbol: (name: string) => sizes.get(name)!,
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
  floorDivide: (a: number, b: number) => Math.floor(a / b),
  minimum: (a: number, b: number) => Math.min(a, b),
  maximum: (a: number, b: number) => Math.max(a, b),
};

it.each([
  ['H', 7],
  ['(H + 1)//2 - 3', 1],
  ['2*H*W + input.batch', 59],
  ['-H + 3', -4],
  ['(W - H)//2', -2],
  ['min(H, W, 5)', 4],
  ['max(H - 10, 0)', 0],
  ['ceil(H, W)', 2],
  ['ceil(H*H, W + 1)*2', 20],
])('reads %s', (text, value) => {
  expect(readSize(text, numbers)).toBe(value);
  const written = dim.normalise(text);
  expect(dim.bind(written, sizes)).toBe(value);
  expect(readSize(String(written), numbers)).toBe(value);
});
