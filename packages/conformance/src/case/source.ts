import { type DType, type Shape, sizeOf, type Tensor, tensor } from '@separable/core';
import { largest, leastDenormal, leastNormal } from '../tolerance/roundoff.js';
import type { Random } from './random.js';

/** Where an operand of a case gets its numbers. */
export interface Source {
  readonly dtype: DType;
  readonly shape: readonly number[];
  /** What the graph declares in place of `shape`: symbols that this case binds. */
  readonly declared?: Shape;
  /** Part of the graph instead of an input of it. */
  readonly constant?: boolean;
  /** The element at a row-major index. */
  readonly fill: (random: Random, index: number) => number;
}

/** float32, standard normal times `scale`. */
export function normal(shape: readonly number[], scale = 1): Source {
  return { dtype: 'float32', shape, fill: (random) => random.normal() * scale };
}

/** float32, evenly from `least` to `most`. */
export function uniform(shape: readonly number[], least: number, most: number): Source {
  return { dtype: 'float32', shape, fill: (random) => least + (most - least) * random.next() };
}

/** Whole numbers from `least` to `most`, both included. */
export function integers(
  shape: readonly number[],
  least: number,
  most: number,
  dtype: 'int32' | 'uint8' | 'float32' = 'int32',
): Source {
  return { dtype, shape, fill: (random) => random.integer(least, most) };
}

/** Booleans, even odds. */
export function booleans(shape: readonly number[]): Source {
  return { dtype: 'bool', shape, fill: (random) => random.integer(0, 1) };
}

/** The numbers given, over and over until the shape is full. */
export function values(dtype: DType, shape: readonly number[], list: readonly number[]): Source {
  return { dtype, shape, fill: (_, index) => list[index % list.length]! };
}

/** 0, 1, 2, …: every element knows its place, so a movement that misplaces one shows it. */
export function counting(dtype: DType, shape: readonly number[]): Source {
  return { dtype, shape, fill: (_, index) => (dtype === 'bool' ? (index % 3) % 2 : index) };
}

/** Numbers at the edges of float32: NaN, infinities, zeros of both signs, denormals, the largest. */
export const edgeNumbers: readonly number[] = [
  0,
  -0,
  NaN,
  Infinity,
  -Infinity,
  1,
  -1,
  leastDenormal,
  -leastDenormal,
  leastNormal / 2,
  -leastNormal / 2,
  leastNormal,
  -leastNormal,
  largest,
  -largest,
  0.5,
  -0.5,
  1.5,
  2.5,
  -2.5,
  1e-20,
  -1e-20,
  1e20,
  -1e20,
  88.5,
  -88.5,
  104,
  -104,
  16_777_216,
  16_777_217,
];

/** float32 edge numbers in turn; takes 30 elements to show all. */
export function edges(shape: readonly number[]): Source {
  return values('float32', shape, edgeNumbers);
}

/** Standard normal numbers with some of `specials` strewn in, one element in `every`. */
export function strewn(shape: readonly number[], specials: readonly number[], every = 5): Source {
  return {
    dtype: 'float32',
    shape,
    fill: (random, index) =>
      index % every === every - 1
        ? specials[Math.floor(index / every) % specials.length]!
        : random.normal(),
  };
}

/** Makes the operand a constant of the graph. */
export function constant(source: Source): Source {
  return { ...source, constant: true };
}

/** Declares the operand with symbols in its shape, such as `['batch', 'H', 'W', 3]`. */
export function declared(source: Source, shape: Shape): Source {
  return { ...source, declared: shape };
}

/** Draws the numbers. */
export function draw({ dtype, shape, fill }: Source, random: Random): Tensor {
  return tensor(
    dtype,
    shape,
    Array.from({ length: sizeOf(shape) }, (_, i) => fill(random, i)),
  );
}
