import { named, type Pattern } from './pattern.js';
import { constant, declared, edges, integers, strewn, uniform, values } from './source.js';
import type { Tag } from './case.js';

interface Reach {
  /** Where most of the numbers come from. */
  readonly least: number;
  readonly most: number;
  /** Numbers the op is touchy about: poles, ends of its domain, kinks, where it saturates. */
  readonly touchy?: readonly number[];
  readonly tags?: readonly Tag[];
  /** False for functions that engines need not know for arguments of any size. */
  readonly anySize?: boolean;
}

/** Shapes and float32 numbers that every unary op must cope with. */
export function unaryPatterns(reach: Reach): readonly Pattern<'x'>[] {
  const { least, most, touchy = [], tags = [], anySize = true } = reach;
  const list: Pattern<'x'>[] = [
    { name: 'map', operands: { x: uniform([2, 3, 5, 7], least, most) } },
    { name: 'vector', operands: { x: uniform([31], least, most) } },
    { name: 'scalar', operands: { x: uniform([], least, most) } },
    { name: 'one pixel', operands: { x: uniform([1, 1, 1, 9], least, most) } },
    { name: 'rank 5', operands: { x: uniform([2, 1, 3, 2, 2], least, most) } },
    { name: 'near zero', operands: { x: uniform([16], -1e-4, 1e-4) } },
    { name: 'constant operand', operands: { x: constant(uniform([2, 5], least, most)) } },
    {
      name: 'NaN and infinities strewn in',
      operands: { x: strewn([3, 4, 5], [NaN, Infinity, -Infinity]) },
      tags: ['edge'],
    },
    {
      name: 'edge numbers',
      operands: { x: edges([30]) },
      tags: anySize ? ['edge'] : ['edge', 'optional'],
    },
    { name: 'no rows', operands: { x: uniform([0, 4], least, most) }, tags: ['zeroSize'] },
    { name: 'no channels', operands: { x: uniform([2, 3, 0], least, most) }, tags: ['zeroSize'] },
    {
      name: 'symbolic',
      operands: { x: declared(uniform([3, 4], least, most), ['batch', 4]) },
      tags: ['symbolic'],
    },
  ];
  if (touchy.length > 0) {
    list.push({
      name: 'touchy numbers',
      operands: { x: values('float32', [touchy.length], touchy) },
      tags: ['edge'],
    });
  }
  return named('', list, tags);
}

/** int32 numbers at the ends of the range. */
export const extremeIntegers: readonly number[] = [
  0,
  1,
  -1,
  2,
  -2,
  3,
  -3,
  5,
  -7,
  127,
  128,
  255,
  256,
  65_536,
  1_000_003,
  -1_000_003,
  2 ** 31 - 1,
  -(2 ** 31),
  -(2 ** 31) + 1,
];

/** What a unary op over integers is tried on. */
export function integerPatterns(dtype: 'int32' | 'uint8'): readonly Pattern<'x'>[] {
  const [least, most] = dtype === 'int32' ? [-99, 99] : [0, 255];
  const ends = dtype === 'int32' ? extremeIntegers : [0, 1, 2, 127, 128, 254, 255];
  return named(dtype, [
    { name: 'map', operands: { x: integers([2, 3, 4], least, most, dtype) } },
    {
      name: 'ends of the range',
      operands: { x: values(dtype, [ends.length], ends) },
      tags: ['edge'],
    },
    { name: 'nothing', operands: { x: integers([0], least, most, dtype) }, tags: ['zeroSize'] },
  ]);
}
