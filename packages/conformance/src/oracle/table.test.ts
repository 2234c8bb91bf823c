import { allOps } from '@separable/core';
import { describe, expect, it } from 'vitest';
import * as cases from '../cases/index.js';
import { oracleOps } from './table.js';

const names = allOps()
  .map((op) => op.name)
  .toSorted();

describe('the rooms of oracle and cases', () => {
  it('know the ops of the table and no others', () => {
    expect(oracleOps().toSorted()).toEqual(names);
  });

  it('hold at least six cases of every op', () => {
    const counts = new Map(names.map((name) => [name, 0]));
    for (const { group } of Object.values(cases).flat())
      counts.set(group, (counts.get(group) ?? 0) + 1);
    expect(names.filter((name) => counts.get(name)! < 6)).toEqual([]);
  });
});
