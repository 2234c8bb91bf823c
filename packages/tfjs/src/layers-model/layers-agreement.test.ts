import { js } from '@separable/backend-js';
import { createSession, type Tensor, tensor } from '@separable/core';
import {
  input,
  layers,
  type LayersModel,
  model as modelOf,
  sequential,
  type SymbolicTensor,
} from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { relativeDistance } from '../../testing/distance.js';
import { drawWeights, filesOf } from '../../testing/layers-files.js';
import { randomNumbers } from '../../testing/random-numbers.js';
import { runLayersModel } from '../../testing/tensorflow.js';
import { importTfjs } from '../import-tfjs.js';

type Layer = Parameters<ReturnType<typeof sequential>['add']>[0];

/** A model of two samples of each input that both engines run: the greatest distance of their outputs. */
async function distance(model: LayersModel): Promise<number> {
  const files = await filesOf(drawWeights(model));
  const graph = importTfjs(files);
  const inputs: Record<string, Tensor> = {};
  for (const [i, name] of graph.inputs.entries()) {
    const { shape } = graph.values.get(name)!;
    const sizes = shape.map((d) => (typeof d === 'number' ? d : 2));
    const count = sizes.reduce((a, b) => a * b);
    inputs[name] = tensor('float32', sizes, randomNumbers(count, 77 + i, 3));
  }
  await using session = await createSession(graph, { backends: [js()], verify: true });
  const got = Object.values(await session.run(inputs));
  const wanted = await runLayersModel(files, Object.values(inputs));
  expect(got.map(({ shape }) => shape)).toEqual(wanted.map(({ shape }) => shape));
  return Math.max(...got.map((t, i) => relativeDistance(t, wanted[i]!)));
}

function chain(inputShape: readonly number[], ...list: readonly Layer[]): LayersModel {
  const model = sequential();
  model.add(layers.inputLayer({ inputShape: [...inputShape] }));
  for (const layer of list) model.add(layer);
  return model;
}

const map = [9, 8, 4];
const row = [10, 4];

const chains: readonly (readonly [string, readonly number[], () => Layer])[] = [
  [
    'Conv2D',
    map,
    () =>
      layers.conv2d({ filters: 5, kernelSize: 3, strides: 2, padding: 'same', activation: 'relu' }),
  ],
  [
    'Conv2D, valid, dilated',
    map,
    () => layers.conv2d({ filters: 5, kernelSize: [3, 2], dilationRate: 2, useBias: false }),
  ],
  [
    'Conv2D of one pixel',
    map,
    () => layers.conv2d({ filters: 7, kernelSize: 1, activation: 'hardSigmoid' }),
  ],
  [
    'DepthwiseConv2D',
    map,
    () =>
      layers.depthwiseConv2d({
        kernelSize: 3,
        depthMultiplier: 2,
        strides: 2,
        padding: 'same',
        activation: 'relu6',
      }),
  ],
  [
    'SeparableConv2D',
    map,
    () =>
      layers.separableConv2d({
        filters: 6,
        kernelSize: 3,
        padding: 'same',
        activation: 'tanh',
      }),
  ],
  [
    'SeparableConv2D without bias',
    map,
    () => layers.separableConv2d({ filters: 6, kernelSize: 3, strides: 2, useBias: false }),
  ],
  [
    'Conv2DTranspose, same',
    map,
    () => layers.conv2dTranspose({ filters: 3, kernelSize: 3, strides: 2, padding: 'same' }),
  ],
  [
    'Conv2DTranspose, valid',
    map,
    () => layers.conv2dTranspose({ filters: 3, kernelSize: [3, 2], strides: [1, 2] }),
  ],
  [
    'Conv2DTranspose, step over kernel',
    map,
    () => layers.conv2dTranspose({ filters: 3, kernelSize: 2, strides: 3 }),
  ],
  ['Conv1D', row, () => layers.conv1d({ filters: 3, kernelSize: 3, strides: 2, padding: 'same' })],
  ['Dense', [7], () => layers.dense({ units: 5, activation: 'softmax' })],
  ['Dense over a sequence', row, () => layers.dense({ units: 5, activation: 'softsign' })],
  ['BatchNormalization', map, () => layers.batchNormalization()],
  [
    'BatchNormalization, bare',
    map,
    () => layers.batchNormalization({ center: false, scale: false, epsilon: 0.01 }),
  ],
  ['LayerNormalization', row, () => layers.layerNormalization({ epsilon: 1e-5 })],
  ['LayerNormalization of two axes', map, () => layers.layerNormalization({ axis: [2, 3] })],
  ['ReLU', map, () => layers.reLU()],
  ['ReLU with a maximum', map, () => layers.reLU({ maxValue: 2 })],
  ['ReLU with a maximum of 6', map, () => layers.reLU({ maxValue: 6 })],
  ['LeakyReLU', map, () => layers.leakyReLU({ alpha: 0.1 })],
  ['ELU', map, () => layers.elu({ alpha: 1 })],
  ['PReLU', map, () => layers.prelu({ sharedAxes: [1, 2] })],
  ['ThresholdedReLU', map, () => layers.thresholdedReLU({ theta: 0.5 })],
  ['Activation elu', map, () => layers.activation({ activation: 'elu' })],
  ['Activation selu', map, () => layers.activation({ activation: 'selu' })],
  ['Activation softplus', map, () => layers.activation({ activation: 'softplus' })],
  ['Activation sigmoid', map, () => layers.activation({ activation: 'sigmoid' })],
  ['Activation swish', map, () => layers.activation({ activation: 'swish' })],
  ['Activation mish', map, () => layers.activation({ activation: 'mish' })],
  ['MaxPooling2D', map, () => layers.maxPooling2d({ poolSize: 3, strides: 2, padding: 'same' })],
  [
    'AveragePooling2D',
    map,
    () => layers.averagePooling2d({ poolSize: [3, 2], strides: 2, padding: 'same' }),
  ],
  ['MaxPooling1D', row, () => layers.maxPooling1d({ poolSize: 3, strides: 2 })],
  ['AveragePooling1D', row, () => layers.averagePooling1d({ poolSize: 2, padding: 'same' })],
  ['GlobalAveragePooling2D', map, () => layers.globalAveragePooling2d({})],
  ['GlobalMaxPooling2D', map, () => layers.globalMaxPooling2d({})],
  ['GlobalAveragePooling1D', row, () => layers.globalAveragePooling1d()],
  ['GlobalMaxPooling1D', row, () => layers.globalMaxPooling1d()],
  [
    'ZeroPadding2D',
    map,
    () =>
      layers.zeroPadding2d({
        padding: [
          [0, 1],
          [2, 3],
        ],
      }),
  ],
  [
    'Cropping2D',
    map,
    () =>
      layers.cropping2D({
        cropping: [
          [1, 2],
          [0, 3],
        ],
      }),
  ],
  ['UpSampling2D, nearest', map, () => layers.upSampling2d({ size: [2, 3] })],
  [
    'UpSampling2D, bilinear',
    map,
    () => layers.upSampling2d({ size: [2, 3], interpolation: 'bilinear' }),
  ],
  ['Flatten', map, () => layers.flatten()],
  ['Reshape', map, () => layers.reshape({ targetShape: [8, -1] })],
  ['Permute', map, () => layers.permute({ dims: [3, 1, 2] })],
  ['RepeatVector', [5], () => layers.repeatVector({ n: 3 })],
  ['Dropout', map, () => layers.dropout({ rate: 0.5 })],
  ['GaussianNoise', map, () => layers.gaussianNoise({ stddev: 1 })],
  ['Rescaling', map, () => layers.rescaling({ scale: 1 / 127.5, offset: -1 })],
];

describe('a layer agrees with TensorFlow.js', () => {
  it.each(chains)('%s', async (_, shape, make) => {
    expect(await distance(chain(shape, make()))).toBeLessThan(3e-6);
  });

  it.each([
    ['Add', layers.add],
    ['Multiply', layers.multiply],
    ['Average', layers.average],
    ['Maximum', layers.maximum],
    ['Minimum', layers.minimum],
    ['Concatenate', layers.concatenate],
  ] as const)('%s', async (_, make) => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => input({ name, shape: map })) as [
      SymbolicTensor,
      SymbolicTensor,
      SymbolicTensor,
    ];
    const merged = make().apply([a, b, c]) as SymbolicTensor;
    expect(await distance(modelOf({ inputs: [a, b, c], outputs: merged }))).toBeLessThan(1e-6);
  });
});

describe('a model of many layers agrees with TensorFlow.js', () => {
  it('that ends in two outputs', async () => {
    const x = input({ name: 'x', shape: map });
    const wide = layers.conv2d({ filters: 6, kernelSize: 1 }).apply(x) as SymbolicTensor;
    const pooled = layers.globalAveragePooling2d({}).apply(wide) as SymbolicTensor;
    expect(await distance(modelOf({ inputs: x, outputs: [wide, pooled] }))).toBeLessThan(1e-6);
  });

  it('that calls a layer twice', async () => {
    const shared = layers.dense({ units: 4, name: 'shared' });
    const x = input({ name: 'x', shape: [4] });
    const once = shared.apply(x) as SymbolicTensor;
    const twice = shared.apply(once) as SymbolicTensor;
    const model = modelOf({
      inputs: x,
      outputs: layers.add().apply([once, twice]) as SymbolicTensor,
    });
    expect(await distance(model)).toBeLessThan(1e-6);
    const graph = importTfjs(await filesOf(drawWeights(model)));
    expect([...graph.constants.keys()].sort()).toEqual(['shared/bias', 'shared/kernel']);
  });

  it('with a model inside that is called twice', async () => {
    const inside = (name: string): LayersModel => {
      const x = input({ name: `${name}_in`, shape: map });
      const y = layers
        .depthwiseConv2d({ kernelSize: 3, padding: 'same', name: `${name}_conv` })
        .apply(x) as SymbolicTensor;
      return modelOf({
        inputs: x,
        outputs: layers.reLU({ maxValue: 6 }).apply(y) as SymbolicTensor,
        name,
      });
    };
    const block = inside('block');
    const x = input({ name: 'x', shape: map });
    const y = block.apply(block.apply(x)) as SymbolicTensor;
    const z = inside('other').apply(y) as SymbolicTensor;
    expect(await distance(modelOf({ inputs: x, outputs: z }))).toBeLessThan(1e-6);
  });

  it('with a Sequential inside a Sequential', async () => {
    const inner = sequential({ name: 'inner' });
    inner.add(layers.conv2d({ filters: 3, kernelSize: 3, inputShape: map, name: 'first' }));
    inner.add(layers.batchNormalization({ name: 'norm' }));
    const outer = sequential();
    outer.add(inner);
    outer.add(layers.flatten());
    outer.add(layers.dense({ units: 2 }));
    expect(await distance(outer)).toBeLessThan(1e-6);
  });

  it('with a table of words', async () => {
    const model = sequential();
    model.add(layers.embedding({ inputDim: 4, outputDim: 3, inputLength: 6 }));
    model.add(layers.globalAveragePooling1d());
    const files = await filesOf(drawWeights(model));
    const inputs = Object.fromEntries(
      importTfjs(files).inputs.map((name) => [
        name,
        tensor('float32', [2, 6], [0, 1, 2, 3, 0, 1, 3, 3, 2, 1, 0, 2]),
      ]),
    );
    await using session = await createSession(importTfjs(files), { backends: [js()] });
    const [got] = Object.values(await session.run(inputs));
    const [wanted] = await runLayersModel(files, Object.values(inputs));
    expect(relativeDistance(got!, wanted!)).toBeLessThan(1e-6);
  });
});

it('takes from the file what TensorFlow.js does not compute', async () => {
  const attributesOf = async (shape: readonly number[], layer: Layer) =>
    importTfjs(await filesOf(chain(shape, layer))).nodes[0]!.attributes;
  // Its layer drops the dilation, its CPU engine normalises along the last axis whatever is asked for,
  // and it refuses the other two.
  const dilated = layers.depthwiseConv2d({ kernelSize: 3, dilationRate: 2 });
  expect(await attributesOf(map, dilated)).toMatchObject({ dilations: [2, 2] });
  const causal = layers.conv1d({ filters: 3, kernelSize: 3, dilationRate: 2, padding: 'causal' });
  expect(await attributesOf(row, causal)).toMatchObject({ padding: { left: 4, right: 0 } });
  const normalised = layers.batchNormalization({ axis: 1 });
  expect(await attributesOf([6, 3], normalised)).toMatchObject({ axis: 1 });
  expect(await attributesOf(map, layers.softmax({ axis: 2 }))).toMatchObject({ axis: 2 });
});
