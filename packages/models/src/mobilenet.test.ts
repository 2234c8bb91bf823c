import { type Graph, graphCost, sizeOf, tensorEquals, verifyGraph } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { makeDivisible } from './layers/make-divisible.js';
import { mobileNetV1 } from './mobilenet-v1.js';
import { mobileNetV2 } from './mobilenet-v2.js';

function macs(graph: Graph, resolution: number): number {
  return graphCost(graph, { image: [1, resolution, resolution, 3] }).macs;
}

/** Numbers in the constants whose name passes the filter. */
function parameters(graph: Graph, counts: (name: string) => boolean = () => true): number {
  let total = 0;
  for (const [name, { shape }] of graph.constants) if (counts(name)) total += sizeOf(shape);
  return total;
}

const isTrained = (name: string): boolean => !/\.(mean|variance)$/.test(name);

describe('MobileNetV1', () => {
  it('has the published cost: 569 million MACs, 4,253,864 parameters as Keras counts them', () => {
    const graph = mobileNetV1();
    verifyGraph(graph);
    expect(macs(graph, 224)).toBe(568_740_352);
    expect(parameters(graph)).toBe(4_253_864);
    // Keras: 'Trainable params: 4,231,976; non-trainable params: 21,888'.
    expect(parameters(graph, isTrained)).toBe(4_231_976);
  });

  it.each([
    // Howard et al. (2017), tables 6 and 7: million MACs, million parameters.
    { alpha: 0.75, resolution: 224, millionMacs: 325, millionParameters: 2.6 },
    { alpha: 0.5, resolution: 224, millionMacs: 149, millionParameters: 1.3 },
    { alpha: 0.25, resolution: 224, millionMacs: 41, millionParameters: 0.5 },
    { alpha: 1, resolution: 192, millionMacs: 418, millionParameters: 4.2 },
    { alpha: 1, resolution: 128, millionMacs: 186, millionParameters: 4.2 },
  ])('at $alpha and $resolution', ({ alpha, resolution, millionMacs, millionParameters }) => {
    const graph = mobileNetV1({ alpha, resolution });
    expect(Math.abs(macs(graph, resolution) / 1e6 - millionMacs)).toBeLessThan(1);
    expect(parameters(graph, isTrained) / 1e6).toBeCloseTo(millionParameters, 1);
  });

  it('refuses a factor that leaves no channel', () => {
    expect(() => mobileNetV1({ alpha: 0.01 })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: alpha 0.01 leaves no channel of 32]`,
    );
    expect(() => mobileNetV1({ alpha: Number.NaN })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: alpha NaN leaves no channel of 32]`,
    );
  });
});

describe('MobileNetV2', () => {
  it('has the published cost: 300 million MACs, 3,504,872 parameters as torchvision counts them', () => {
    const graph = mobileNetV2();
    verifyGraph(graph);
    expect(macs(graph, 224)).toBe(300_774_272);
    expect(parameters(graph, isTrained)).toBe(3_504_872);
    // Keras counts the moving statistics too: 3,538,984 for the same network.
    expect(parameters(graph)).toBe(3_538_984);
  });

  it.each([
    // Sandler et al. (2018), table 4 and the authors' table of checkpoints.
    { alpha: 1.4, millionMacs: 585, millionParameters: 6.1 },
    { alpha: 0.75, millionMacs: 209, millionParameters: 2.6 },
    { alpha: 0.5, millionMacs: 97, millionParameters: 1.95 },
    { alpha: 0.35, millionMacs: 59, millionParameters: 1.66 },
  ])('at $alpha', ({ alpha, millionMacs, millionParameters }) => {
    const graph = mobileNetV2({ alpha });
    expect(Math.abs(macs(graph, 224) / 1e6 / millionMacs - 1)).toBeLessThan(0.03);
    expect(Math.abs(parameters(graph, isTrained) / 1e6 - millionParameters)).toBeLessThan(0.06);
  });

  it('refuses a factor that is not above 0', () => {
    expect(() => mobileNetV2({ alpha: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: alpha must be above 0, got -1]`,
    );
  });
});

describe('options', () => {
  it.each([mobileNetV1, mobileNetV2])('classes set the size of the output: %o', (build) => {
    const graph = build({ alpha: 0.25, resolution: 32, classes: 7 });
    const { value } = graph.outputs[0]!;
    expect(graph.values.get(value)?.shape).toEqual(['batch', 7]);
  });

  it('a seed makes the weights', () => {
    const filter = (seed: number) =>
      mobileNetV1({ alpha: 0.25, resolution: 32, seed }).constants.get('stem.filter')!;
    expect(tensorEquals(filter(1), filter(1))).toBe(true);
    expect(tensorEquals(filter(1), filter(2))).toBe(false);
    expect(Array.from(filter(1).data.subarray(0, 3))).toMatchInlineSnapshot(`
      [
        0.08333844691514969,
        -0.40240126848220825,
        0.08514570444822311,
      ]
    `);
  });
});

it.each([
  [16, 16],
  [11.2, 16],
  [33.6, 32],
  [44.8, 48],
  [3, 8],
])('makeDivisible(%d) is %i', (count, wanted) => {
  expect(makeDivisible(count)).toBe(wanted);
});
