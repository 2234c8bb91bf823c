import type { Case } from '../case/case.js';
import { nodeCases } from '../case/node-cases.js';
import { declared, integers, normal, values } from '../case/source.js';
import { extremeIntegers } from '../case/unary-patterns.js';

const tags = ['optional'] as const;
const ways = [false, true].flatMap((exclusive) =>
  [false, true].map((reverse) => ({ exclusive, reverse })),
);
const text = ({
  exclusive,
  reverse,
}: {
  readonly exclusive: boolean;
  readonly reverse: boolean;
}): string => `${exclusive ? ', exclusive' : ''}${reverse ? ', reversed' : ''}`;

export const cumsum: readonly Case[] = nodeCases('cumsum', [
  ...[0, 1, 2, -1].flatMap((axis) =>
    ways.map((way) => ({
      name: `axis ${axis}${text(way)}`,
      operands: { x: normal([3, 4, 5]) },
      attributes: { axis, ...way },
      tags,
    })),
  ),
  ...ways.map((way) => ({
    name: `int32${text(way)}`,
    operands: { x: integers([2, 6], -9, 9) },
    attributes: { axis: 1, ...way },
    tags,
  })),
  {
    name: 'int32 wraps',
    operands: { x: values('int32', [19], extremeIntegers) },
    attributes: { axis: 0 },
    tags: ['edge', 'optional'],
  },
  { name: 'axis by default', operands: { x: normal([2, 9]) }, tags },
  { name: 'one element', operands: { x: normal([3, 1]) }, attributes: { axis: 1 }, tags },
  {
    name: 'one element, exclusive',
    operands: { x: normal([3, 1]) },
    attributes: { axis: 1, exclusive: true },
    tags,
  },
  { name: 'many terms', operands: { x: normal([200]) }, attributes: { axis: 0 }, tags },
  ...ways.map((way) => ({
    name: `NaN and Infinity${text(way)}`,
    operands: {
      x: values(
        'float32',
        [3, 5],
        [1, NaN, 2, 3, 4, 1, Infinity, 2, 3, 4, 1, Infinity, 2, -Infinity, 1],
      ),
    },
    attributes: { axis: 1, ...way },
    tags: ['edge', 'optional'] as const,
  })),
  {
    name: 'nothing',
    operands: { x: normal([2, 0]) },
    attributes: { axis: 1 },
    tags: ['zeroSize', 'optional'],
  },
  {
    name: 'symbolic',
    operands: { x: declared(normal([2, 3]), ['n', 3]) },
    attributes: { axis: 0 },
    tags: ['symbolic', 'optional'],
  },
]);
