import { allOps, tensorEquals } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { oracleOps } from '../oracle/table.js';
import { allCases, selectCases } from './suite.js';
import { convolutionSettings } from './convolution-grid.js';

const ops = allOps().map(({ name }) => name);

describe('the suite', () => {
  it('has at least 1,500 cases, each with an id of its own', () => {
    const ids = allCases().map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(1500);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('has an oracle and cases for every op of the table', () => {
    const groups = new Set(allCases().map(({ group }) => group));
    expect(ops.filter((op) => !oracleOps().includes(op))).toEqual([]);
    expect(ops.filter((op) => !groups.has(op))).toEqual([]);
  });

  it('tags every case as required or optional', () => {
    const untagged = allCases().filter(
      ({ tags }) => tags.includes('required') === tags.includes('optional'),
    );
    expect(untagged.map(({ id }) => id)).toEqual([]);
  });

  it('builds the same case twice', () => {
    for (const one of allCases().filter((_, i) => i % 37 === 0)) {
      if (one.kind !== 'compute') continue;
      const [first, second] = [one.build(), one.build()];
      const same = Object.entries(first.inputs).every(([name, t]) =>
        tensorEquals(t, second.inputs[name]!),
      );
      const weights = [...first.graph.constants].every(([name, t]) =>
        tensorEquals(t, second.graph.constants.get(name)!),
      );
      expect([one.id, same, weights]).toEqual([one.id, true, true]);
    }
  });

  it('holds the corner of SAME, stride 2 and dilation of depthwise convolutions whole', () => {
    const ids = selectCases({ filter: 'depthwiseConv2d/k' }).map(({ id }) => id);
    const missing = convolutionSettings.kernel.flatMap((kernel) =>
      convolutionSettings.dilation.flatMap((dilation) =>
        ['same', 'sameLower'].flatMap((padding) =>
          [1, 2, 3].flatMap((multiplier) =>
            ['8x7', '9x12']
              .map(
                (size) =>
                  `depthwiseConv2d/k${kernel} s2 d${dilation} ${padding} g${multiplier} c3 n1 ${size}`,
              )
              .filter((id) => !ids.includes(id)),
          ),
        ),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('selects by text, pattern and tag', () => {
    expect(selectCases({ filter: 'relu/vector' }).map(({ id }) => id)).toContain('relu/vector');
    expect(new Set(selectCases({ filter: 'relu/' }).map(({ group }) => group))).toEqual(
      new Set(['relu']),
    );
    expect(selectCases({ filter: 'symbolic' }).length).toBeGreaterThan(50);
    expect(selectCases({ filter: /^relu\/vector$/ })).toHaveLength(1);
    expect(
      selectCases({ tags: ['lifecycle'] }).every(({ group }) =>
        ['lifecycle', 'ownership'].includes(group),
      ),
    ).toBe(true);
    expect(selectCases({ filter: 'relu/', tags: ['zeroSize'] }).length).toBeGreaterThan(0);
  });
});
