import { type Graph, graphCost, sizeOf, verifyGraph } from '@separable/core';
import { describe, expect, it } from 'vitest';
import {
  conformer,
  convNeXt,
  efficientNetLite,
  mnasNet,
  mobileNetV3Large,
  mobileNetV3Small,
  shuffleNetV1,
  shuffleNetV2,
  xception,
} from './index.js';

const weights = 'zeros';

/**
 * Numbers in the weights; without moving statistics as PyTorch counts, with them as Keras does.
 * Constants of no dimensions are factors that a network is written with, not weights.
 */
function parameters(graph: Graph, statistics: 'with' | 'without'): number {
  let total = 0;
  for (const [name, { shape }] of graph.constants) {
    const counts = statistics === 'with' || !/\.(mean|variance)$/.test(name);
    if (counts && shape.length > 0) total += sizeOf(shape);
  }
  return total;
}

function macs(graph: Graph): number {
  const [, resolution] = graph.values.get('image')!.shape as number[];
  return graphCost(graph, { image: [1, resolution!, resolution!, 3] }).macs;
}

interface Published {
  readonly name: string;
  readonly graph: () => Graph;
  readonly parameters: number;
  /** MACs in units of 10⁹, and how many decimals are published. */
  readonly giga: readonly [number, decimals: number];
}

function agrees({ graph: build, parameters: wanted, giga }: Published): void {
  const graph = build();
  verifyGraph(graph);
  expect(parameters(graph, 'without')).toBe(wanted);
  const [value, decimals] = giga;
  // A unit of the last published digit, because some tables round and some cut off.
  expect(Math.abs(macs(graph) / 1e9 - value)).toBeLessThan(10 ** -decimals);
}

// torchvision/models/*.py: `num_params` and `_ops` of each set of weights.
const torchvision: readonly Published[] = [
  {
    name: 'mobilenet_v3_large',
    graph: () => mobileNetV3Large({ weights }),
    parameters: 5_483_032,
    giga: [0.217, 3],
  },
  {
    name: 'mobilenet_v3_small',
    graph: () => mobileNetV3Small({ weights }),
    parameters: 2_542_856,
    giga: [0.057, 3],
  },
  {
    name: 'mnasnet0_5',
    graph: () => mnasNet({ alpha: 0.5, weights }),
    parameters: 2_218_512,
    giga: [0.104, 3],
  },
  {
    name: 'mnasnet0_75',
    graph: () => mnasNet({ alpha: 0.75, weights }),
    parameters: 3_170_208,
    giga: [0.215, 3],
  },
  {
    name: 'mnasnet1_0',
    graph: () => mnasNet({ weights }),
    parameters: 4_383_312,
    giga: [0.314, 3],
  },
  {
    name: 'mnasnet1_3',
    graph: () => mnasNet({ alpha: 1.3, weights }),
    parameters: 6_282_256,
    giga: [0.526, 3],
  },
  {
    name: 'shufflenet_v2_x0_5',
    graph: () => shuffleNetV2({ alpha: 0.5, weights }),
    parameters: 1_366_792,
    giga: [0.04, 2],
  },
  {
    name: 'shufflenet_v2_x1_0',
    graph: () => shuffleNetV2({ weights }),
    parameters: 2_278_604,
    giga: [0.145, 3],
  },
  {
    name: 'shufflenet_v2_x1_5',
    graph: () => shuffleNetV2({ alpha: 1.5, weights }),
    parameters: 3_503_624,
    giga: [0.296, 3],
  },
  {
    name: 'shufflenet_v2_x2_0',
    graph: () => shuffleNetV2({ alpha: 2, weights }),
    parameters: 7_393_996,
    giga: [0.583, 3],
  },
  {
    name: 'convnext_tiny',
    graph: () => convNeXt({ weights }),
    parameters: 28_589_128,
    giga: [4.456, 3],
  },
  {
    name: 'convnext_small',
    graph: () => convNeXt({ size: 'small', weights }),
    parameters: 50_223_688,
    giga: [8.684, 3],
  },
];

describe('what a network costs is what its source publishes', () => {
  it.each(torchvision)('torchvision $name', agrees);

  it.each([
    // Parameters: `_test` of imgclsmob's shufflenet.py. Million MACs: Zhang et al. (2017), table 1.
    { groups: 1, alpha: 1, wanted: 1_531_936, million: 143 },
    { groups: 2, alpha: 1, wanted: 1_733_848, million: 140 },
    { groups: 3, alpha: 1, wanted: 1_865_728, million: 137 },
    { groups: 4, alpha: 1, wanted: 1_968_344, million: 133 },
    { groups: 8, alpha: 1, wanted: 2_434_768, million: 137 },
    { groups: 1, alpha: 0.5, wanted: 534_484, million: 38 },
    { groups: 3, alpha: 0.5, wanted: 718_324, million: 38 },
    { groups: 1, alpha: 0.25, wanted: 209_746, million: 13 },
    { groups: 3, alpha: 0.25, wanted: 305_902, million: 13 },
  ] as const)('ShuffleNetV1 ×$alpha with $groups groups', ({ groups, alpha, wanted, million }) => {
    const graph = shuffleNetV1({ groups, alpha, weights });
    verifyGraph(graph);
    expect(parameters(graph, 'without')).toBe(wanted);
    expect(Math.abs(macs(graph) / 1e6 - million)).toBeLessThan(2);
  });

  it.each([
    // Millions of parameters and MAdds: README.md of efficientnet/lite in tensorflow/tpu. Its MAdds are
    // 3 to 6 % above those of the convolutions and the dense layer alone, which is what counts here.
    { variant: 0, million: 4.7, madds: 407 },
    { variant: 1, million: 5.4, madds: 631 },
    { variant: 2, million: 6.1, madds: 899 },
    { variant: 3, million: 8.2, madds: 1440 },
    { variant: 4, million: 13.0, madds: 2640 },
  ] as const)('EfficientNet-Lite$variant', ({ variant, million, madds }) => {
    const graph = efficientNetLite({ variant, weights });
    verifyGraph(graph);
    expect(parameters(graph, 'without') / 1e6).toBeCloseTo(million, 1);
    const share = macs(graph) / 1e6 / madds;
    expect(share).toBeGreaterThan(0.94);
    expect(share).toBeLessThan(0.97);
  });

  it('EfficientNet-Lite0 to the last parameter', () => {
    // keras-hub, efficientnet_presets.py, `efficientnet_lite0_ra_imagenet`.
    expect(parameters(efficientNetLite({ weights }), 'without')).toBe(4_652_008);
  });

  it('Xception', () => {
    const graph = xception({ weights });
    verifyGraph(graph);
    // Keras: 'Total params: 22,910,480; trainable params: 22,855,952'.
    expect(parameters(graph, 'with')).toBe(22_910_480);
    expect(parameters(graph, 'without')).toBe(22_855_952);
    // imgclsmob's tables: 8,404 and 8,386 million, with what else their counters count.
    expect(Math.abs(macs(graph) / 8.386e9 - 1)).toBeLessThan(0.005);
  });

  it.each([
    // Woo et al., "ConvNeXt V2" (2023), README of its repository: million parameters, 10⁹ MACs. Its
    // blocks have a response normalisation of 8 C numbers where these have a scale of C.
    { size: 'atto', million: 3.7, giga: 0.55 },
    { size: 'femto', million: 5.2, giga: 0.78 },
    { size: 'pico', million: 9.1, giga: 1.37 },
    { size: 'nano', million: 15.6, giga: 2.45 },
  ] as const)('ConvNeXt $size', ({ size, million, giga }) => {
    const graph = convNeXt({ size, weights });
    expect(Math.abs(parameters(graph, 'without') / 1e6 - million)).toBeLessThan(0.06);
    expect(macs(graph) / 1e9).toBeCloseTo(giga, 2);
  });

  it.each([
    // Gulati et al. (2020), table 1: million parameters of the whole recogniser.
    { size: 'small', layers: 16, channels: 144, decoder: 320, million: 10.3 },
    { size: 'medium', layers: 16, channels: 256, decoder: 640, million: 30.7 },
    { size: 'large', layers: 17, channels: 512, decoder: 640, million: 118.8 },
  ] as const)('Conformer $size', ({ size, layers, channels, decoder, million }) => {
    const graph = conformer({ size, weights });
    verifyGraph(graph);
    const encoder = parameters(graph, 'without');
    expect(encoder).toBe(subsampling(channels) + layers * torchaudioLayer(channels));
    // What the paper has besides: matrices of relative positions and a decoder of one LSTM. Its
    // embedding and joint network are not described and make the rest, most in the small one.
    const positions = layers * (channels ** 2 + 2 * channels);
    const lstm = 4 * decoder * (2 * decoder + 2);
    const share = (encoder + positions + lstm) / 1e6 / million;
    expect(share).toBeGreaterThan(0.92);
    expect(share).toBeLessThan(1);
  });
});

/** Parameters of `torchaudio.models.conformer.ConformerLayer`, counted from its list of modules. */
function torchaudioLayer(channels: number): number {
  const linear = (inputs: number, outputs: number): number => inputs * outputs + outputs;
  const norm = 2 * channels;
  const feedForward = norm + linear(channels, 4 * channels) + linear(4 * channels, channels);
  const attention = norm + linear(channels, 3 * channels) + linear(channels, channels);
  const convolution = norm + 2 * channels ** 2 + 31 * channels + norm + channels ** 2;
  return 2 * feedForward + attention + convolution + norm;
}

/** Two 3 × 3 convolutions of stride 2 over 80 features, then a linear layer; all with bias. */
function subsampling(channels: number): number {
  return 10 * channels + (9 * channels + 1) * channels + (20 * channels + 1) * channels;
}
