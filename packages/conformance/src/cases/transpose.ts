import type { Case } from '../case/case.js';
import { inEveryDType, unharmed } from '../case/movement-patterns.js';
import { nodeCases } from '../case/node-cases.js';
import { constant, counting, declared, normal } from '../case/source.js';

/** Every order of the axes. */
function orders(axes: readonly number[]): readonly (readonly number[])[] {
  if (axes.length === 0) return [[]];
  return axes.flatMap((axis) =>
    orders(axes.filter((other) => other !== axis)).map((rest) => [axis, ...rest]),
  );
}

const shape = [2, 3, 4, 5];

export const transpose: readonly Case[] = nodeCases('transpose', [
  ...[1, 2, 3, 4].flatMap((rank) =>
    orders([...Array(rank).keys()]).map((permutation) => ({
      name: `rank ${rank}, [${permutation.join(', ')}]`,
      operands: { x: counting('float32', shape.slice(0, rank)) },
      attributes: { permutation },
    })),
  ),
  ...inEveryDType([2, 3, 4], { permutation: [2, 0, 1] }),
  ...unharmed({ permutation: [2, 1, 0] }),
  { name: 'scalar', operands: { x: normal([]) }, attributes: { permutation: [] } },
  {
    name: 'rank 5',
    operands: { x: counting('float32', [2, 3, 2, 3, 2]) },
    attributes: { permutation: [3, 0, 4, 2, 1] },
  },
  {
    name: 'rank 6',
    operands: { x: counting('float32', [2, 1, 3, 2, 2, 2]) },
    attributes: { permutation: [0, 3, 1, 4, 2, 5] },
  },
  {
    name: 'ones among the axes',
    operands: { x: counting('float32', [1, 5, 1, 3]) },
    attributes: { permutation: [0, 3, 2, 1] },
  },
  {
    name: 'constant operand',
    operands: { x: constant(normal([3, 5])) },
    attributes: { permutation: [1, 0] },
  },
  {
    name: 'nothing',
    operands: { x: normal([2, 0, 3]) },
    attributes: { permutation: [2, 1, 0] },
    tags: ['zeroSize'],
  },
  {
    name: 'symbolic',
    operands: { x: declared(counting('float32', [2, 3, 4]), ['batch', 'H', 4]) },
    attributes: { permutation: [0, 2, 1] },
    tags: ['symbolic'],
  },
]);
