import { tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { permute } from './permute.js';

function counted(shape: readonly number[]) {
  const size = shape.reduce((a, b) => a * b, 1);
  return tensor(
    'int32',
    shape,
    Array.from({ length: size }, (_, i) => i),
  );
}

it.each([
  { shape: [2, 3], permutation: [1, 0], data: [0, 3, 1, 4, 2, 5] },
  { shape: [2, 1, 3], permutation: [1, 2, 0], data: [0, 3, 1, 4, 2, 5] },
  { shape: [1, 2, 2, 2], permutation: [0, 3, 1, 2], data: [0, 2, 4, 6, 1, 3, 5, 7] },
  { shape: [2, 2, 2], permutation: [1, 0, 2], data: [0, 1, 4, 5, 2, 3, 6, 7] },
  { shape: [2, 2, 2], permutation: [2, 1, 0], data: [0, 4, 2, 6, 1, 5, 3, 7] },
  { shape: [2, 3], permutation: [0, 1], data: [0, 1, 2, 3, 4, 5] },
  { shape: [2, 0], permutation: [1, 0], data: [] },
  { shape: [], permutation: [], data: [0] },
])('moves $permutation of $shape', ({ shape, permutation, data }) => {
  const y = permute(counted(shape), permutation);
  expect(y.shape).toEqual(permutation.map((axis) => shape[axis]));
  expect([...y.data]).toEqual(data);
});

it('moves back what is larger than a tile', () => {
  const x = counted([3, 35, 2, 70]);
  const moved = permute(x, [3, 0, 1, 2]);
  expect(moved.data[1]).toBe(70);
  expect(moved.data[3 * 35 * 2]).toBe(1);
  expect(permute(moved, [1, 2, 3, 0])).toEqual(x);
});
