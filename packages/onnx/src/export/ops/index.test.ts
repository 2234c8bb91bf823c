import { allOps } from '@separable/core';
import { expect, it } from 'vitest';
import { table } from './index.js';

it('lowers or decomposes every op', () => {
  const ops = allOps();
  const names = ops.map(({ name }) => name);
  expect([...table.keys()].filter((name) => !names.includes(name))).toEqual([]);
  const lost = ops.filter(({ name, decompose }) => !table.has(name) && decompose === undefined);
  expect(lost).toEqual([]);
});
