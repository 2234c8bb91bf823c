import { graphEquals, loadGraph, saveGraph, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { mobileNetV2 } from '../mobilenet-v2.js';
import { shuffleNetV2 } from '../shufflenet-v2.js';

const size = { alpha: 0.1, resolution: 32, classes: 4 } as const;

describe('weights of a network', () => {
  it('are drawn from the seed', () => {
    const filter = (seed: number) => mobileNetV2({ ...size, seed }).constants.get('stem.filter')!;
    expect(filter(1)).toEqual(filter(1));
    expect(filter(1)).not.toEqual(filter(2));
  });

  it('are taken from another graph by name, whatever the seed', () => {
    const trained = loadGraph(saveGraph(mobileNetV2({ ...size, seed: 5 })));
    expect(graphEquals(mobileNetV2({ ...size, weights: trained.constants }), trained)).toBe(true);
  });

  it('may be zeros, for counting', () => {
    const { constants } = mobileNetV2({ ...size, weights: 'zeros' });
    expect([...constants.values()].every(({ data }) => data.every((v) => v === 0))).toBe(true);
  });

  it('must be there and fit', () => {
    const { constants } = mobileNetV2(size);
    expect(() => shuffleNetV2({ weights: new Map() })).toThrowErrorMatchingInlineSnapshot(`
      [GraphError: weights have no 'stem.filter', which the network needs as float32 [3, 3, 3, 24]
        hint: hand in the constants of a graph that the same builder made with the same options]
    `);
    const wrong = new Map([
      ...constants,
      ['stem.filter', tensor('float32', [3, 3, 3, 4])] as const,
    ]);
    expect(() => mobileNetV2({ ...size, weights: wrong })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: weight 'stem.filter' must be float32 [3, 3, 3, 8], got float32 [3, 3, 3, 4]]`,
    );
  });
});
