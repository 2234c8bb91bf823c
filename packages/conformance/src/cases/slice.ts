import type { Case } from '../case/case.js';
import { inEveryDType, unharmed } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, counting, declared, normal } from '../case/source.js';

const far = 2 ** 31 - 1;
const ten = counting('float32', [10]);

/** `[start:end:step]` of ten numbers. */
const line = (start: number, end: number, step: number) => ({
  name: `10 numbers, [${start}:${end}:${step}]`,
  operands: { x: ten },
  attributes: { axes: [0], starts: [start], ends: [end], steps: [step] },
});

const of = (
  name: string,
  shape: readonly number[],
  axes: readonly number[],
  starts: readonly number[],
  ends: readonly number[],
  steps: readonly number[],
) => ({
  name,
  operands: { x: counting('float32', shape) },
  attributes: { axes, starts, ends, steps },
});

export const slice: readonly Case[] = nodeCases('slice', [
  ...inEveryDType([3, 5], { axes: [1], starts: [1], ends: [4], steps: [2] }),
  ...unharmed({ axes: [2], starts: [1], ends: [4], steps: [1] }),
  line(2, 7, 1),
  line(0, 10, 1),
  line(3, far, 1),
  line(-4, far, 1),
  line(-7, -2, 1),
  line(-100, 5, 1),
  line(5, 100, 1),
  line(0, 10, 3),
  line(1, 9, 4),
  line(-8, -1, 2),
  line(9, -far, -1),
  line(8, 2, -1),
  line(-1, -far, -1),
  line(-2, -9, -3),
  line(100, -100, -4),
  line(7, 0, -2),
  line(0, 1, 7),
  line(9, 8, -7),
  { ...line(5, 5, 1), tags: ['zeroSize'] },
  { ...line(7, 3, 1), tags: ['zeroSize'] },
  { ...line(3, 7, -1), tags: ['zeroSize'] },
  { ...line(20, 30, 1), tags: ['zeroSize'] },
  { ...line(-30, -20, 1), tags: ['zeroSize'] },
  of('a crop', [1, 6, 7, 3], [1, 2], [1, 2], [5, 6], [1, 1]),
  of('every other pixel', [1, 6, 7, 3], [1, 2], [0, 0], [far, far], [2, 2]),
  of('channels backwards', [1, 3, 3, 4], [-1], [-1], [-far], [-1]),
  of('axes out of order', [3, 4, 5], [2, 0], [1, 0], [4, 2], [1, 1]),
  of('all axes', [3, 4, 5], [0, 1, 2], [1, -3, 4], [3, -1, -far], [1, 1, -2]),
  of('no axes', [3, 4], [], [], [], []),
  of('rank 5', [2, 3, 2, 3, 4], [1, 3, 4], [2, 0, 1], [-far, 2, 4], [-1, 1, 2]),
  {
    name: 'constant operand',
    operands: { x: constant(normal([4, 4])) },
    attributes: { axes: [0], starts: [1], ends: [3], steps: [1] },
  },
  { ...of('of nothing', [0, 4], [1], [1], [3], [1]), tags: ['zeroSize'] },
  {
    name: 'symbolic, from the second on',
    operands: { x: declared(counting('float32', [5, 3]), ['n', 3]) },
    attributes: { axes: [0], starts: [1], ends: [far], steps: [1] },
    tags: ['symbolic'],
  },
  {
    name: 'symbolic, all but the last',
    operands: { x: declared(counting('float32', [5, 3]), ['n', 3]) },
    attributes: { axes: [0], starts: [0], ends: [-1], steps: [1] },
    tags: ['symbolic'],
  },
  {
    name: 'symbolic, a bound of symbols',
    operands: { x: declared(counting('float32', [6, 3]), ['n', 3]) },
    attributes: { axes: [0], starts: [0], ends: ['n - 2'], steps: [1] },
    tags: ['symbolic'],
  },
]);
