import type { TfjsFiles } from '../src/import-tfjs.js';
import { randomNumbers } from './random-numbers.js';

interface Layer {
  readonly name: string;
  readonly className: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly reads: readonly string[];
}

/** model.json of a functional layers model as Keras 2 writes it. */
function layersModel(
  layers: readonly Layer[],
  outputs: readonly string[],
  weightsManifest: unknown,
): string {
  const config = {
    name: 'small',
    layers: layers.map(({ name, className, config: settings, reads }) => ({
      name,
      class_name: className,
      config: { name, ...settings },
      inbound_nodes: reads.length === 0 ? [] : [reads.map((read) => [read, 0, 0, {}])],
    })),
    input_layers: layers
      .filter(({ className }) => className === 'InputLayer')
      .map(({ name }) => [name, 0, 0]),
    output_layers: outputs.map((name) => [name, 0, 0]),
  };
  const modelTopology = { keras_version: '2.2.4', model_config: { class_name: 'Model', config } };
  return JSON.stringify({ format: 'layers-model', modelTopology, weightsManifest });
}

function bytesOf(count: number, seed: number): Uint8Array {
  return new Uint8Array(randomNumbers(count, seed).buffer);
}

/** A dense layer of 32 bytes of weights in two shards, the second in a folder. */
export function denseFiles(): TfjsFiles {
  const layers: readonly Layer[] = [
    { name: 'x', className: 'InputLayer', config: { batch_input_shape: [null, 3] }, reads: [] },
    { name: 'd', className: 'Dense', config: { activation: 'relu' }, reads: ['x'] },
  ];
  const weights = [
    { name: 'd/kernel', shape: [3, 2], dtype: 'float32' },
    { name: 'd/bias', shape: [2], dtype: 'float32' },
  ];
  const bytes = bytesOf(8, 3);
  const paths = ['one.bin', 'parts/two.bin'];
  const shards = new Map([
    [paths[0]!, bytes.subarray(0, 10)],
    [paths[1]!, bytes.subarray(10)],
  ]);
  return { modelJson: layersModel(layers, ['d'], [{ paths, weights }]), shards };
}

/** A separable residual block with a model inside, its weights quantised to uint8. */
export function blockFiles(): TfjsFiles {
  const input = { batch_input_shape: [null, null, 8, 4], dtype: 'float32' };
  const inside = {
    name: 'inside',
    layers: [
      {
        class_name: 'InputLayer',
        config: { name: 'i', batch_input_shape: [null, null, 8, 4] },
        name: 'i',
        inbound_nodes: [],
      },
      {
        class_name: 'ZeroPadding2D',
        config: {
          name: 'p',
          padding: [
            [1, 1],
            [1, 1],
          ],
        },
        name: 'p',
        inbound_nodes: [[['i', 0, 0, {}]]],
      },
      {
        class_name: 'DepthwiseConv2D',
        config: { name: 'dw', kernel_size: [3, 3], use_bias: false },
        name: 'dw',
        inbound_nodes: [[['p', 0, 0, {}]]],
      },
      {
        class_name: 'BatchNormalization',
        config: { name: 'bn', axis: [3] },
        name: 'bn',
        inbound_nodes: [[['dw', 0, 0, {}]]],
      },
    ],
    input_layers: [['i', 0, 0]],
    output_layers: [['bn', 0, 0]],
  };
  const layers = [
    { name: 'x', class_name: 'InputLayer', config: { name: 'x', ...input }, inbound_nodes: [] },
    {
      name: 'inside',
      class_name: 'Functional',
      config: inside,
      inbound_nodes: [[['x', 0, 0, {}]]],
    },
    {
      name: 'act',
      class_name: 'ReLU',
      config: { name: 'act', max_value: 6 },
      inbound_nodes: [[['inside', 1, 0, {}]]],
    },
    {
      name: 'sep',
      class_name: 'SeparableConv2D',
      config: { name: 'sep', padding: 'same', activation: 'linear' },
      inbound_nodes: [[['act', 0, 0, {}]]],
    },
    {
      name: 'add',
      class_name: 'Add',
      config: { name: 'add' },
      inbound_nodes: [
        [
          ['x', 0, 0, {}],
          ['sep', 0, 0, {}],
        ],
      ],
    },
    {
      name: 'pool',
      class_name: 'GlobalAveragePooling2D',
      config: { name: 'pool' },
      inbound_nodes: [[['add', 0, 0, {}]]],
    },
    {
      name: 'out',
      class_name: 'Dense',
      config: { name: 'out', activation: 'softmax' },
      inbound_nodes: [[['pool', 0, 0, {}]]],
    },
  ];
  const config = {
    name: 'block',
    layers,
    input_layers: [['x', 0, 0]],
    output_layers: [['out', 0, 0]],
  };
  const sizes: Readonly<Record<string, readonly number[]>> = {
    'dw/depthwise_kernel': [3, 3, 4, 1],
    'bn/gamma': [4],
    'bn/beta': [4],
    'bn/moving_mean': [4],
    'bn/moving_variance': [4],
    'sep/depthwise_kernel': [3, 3, 4, 1],
    'sep/pointwise_kernel': [1, 1, 4, 4],
    'sep/bias': [4],
    'out/kernel': [4, 3],
    'out/bias': [3],
  };
  const quantization = { dtype: 'uint8', scale: 1 / 255, min: 0 };
  const weights = Object.entries(sizes).map(([name, shape]) => ({
    name,
    shape,
    dtype: 'float32',
    quantization,
  }));
  const count = Object.values(sizes)
    .flatMap((shape) => shape.reduce((a, b) => a * b))
    .reduce((a, b) => a + b);
  const shard = Uint8Array.from(randomNumbers(count, 8), (v) => 128 + 100 * v);
  return {
    modelJson: JSON.stringify({
      modelTopology: { model_config: { class_name: 'Functional', config } },
      weightsManifest: [{ paths: ['group1-shard1of1.bin'], weights }],
    }),
    shards: new Map([['group1-shard1of1.bin', shard]]),
  };
}
