import type { Case } from '../case/case.js';
import { inEveryDType } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { counting, declared, normal } from '../case/source.js';

const x = counting('float32', [3, 4]);

export const expandDims: readonly Case[] = nodeCases('expandDims', [
  ...inEveryDType([3, 2], { axes: [1] }),
  ...[[0], [1], [2], [-1], [-2], [-3], [0, 1], [0, 3], [-1, -2], [3, 0], [1, 2, 3], []].map(
    (axes) => ({
      name: `axes [${axes.join(', ')}]`,
      operands: { x },
      attributes: { axes },
    }),
  ),
  { name: 'scalar', operands: { x: normal([]) }, attributes: { axes: [0, 1] } },
  {
    name: 'of no elements',
    operands: { x: normal([0]) },
    attributes: { axes: [0] },
    tags: ['zeroSize'],
  },
  {
    name: 'symbolic',
    operands: { x: declared(counting('float32', [2, 4]), ['batch', 4]) },
    attributes: { axes: [1, 2] },
    tags: ['symbolic'],
  },
]);
