import { graphEquals, printGraph } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../testing/random-numbers.js';
import { importTfjs } from '../import-tfjs.js';

type Entry = Readonly<Record<string, unknown>>;

const shards = new Map([['w.bin', new Uint8Array(randomNumbers(8, 1).buffer)]]);

function imported(modelTopology: Entry, scope = ''): ReturnType<typeof importTfjs> {
  const weights = [
    { name: `${scope}d/kernel`, shape: [3, 2], dtype: 'float32' },
    { name: `${scope}d/bias`, shape: [2], dtype: 'float32' },
  ];
  const weightsManifest = [{ paths: ['w.bin'], weights }];
  return importTfjs({ modelJson: JSON.stringify({ modelTopology, weightsManifest }), shards });
}

const input = (name: string, settings: Entry = { batch_input_shape: [null, 3] }): Entry => ({
  class_name: 'InputLayer',
  name,
  config: { name, ...settings },
  inbound_nodes: [],
});

const dense = (more: Entry = {}): Entry => ({
  class_name: 'Dense',
  name: 'd',
  config: { name: 'd' },
  ...more,
});

const tensorOf = (layer: string): Entry => ({
  class_name: '__keras_tensor__',
  config: { shape: [null, 3], dtype: 'float32', keras_history: [layer, 0, 0] },
});

describe('every form in which Keras writes a model is the same graph', () => {
  const ends = { input_layers: [['x', 0, 0]], output_layers: [['d', 0, 0]] };
  const wanted = imported({
    model_config: {
      class_name: 'Model',
      config: { layers: [input('x'), dense({ inbound_nodes: [[['x', 0, 0, {}]]] })], ...ends },
    },
  });

  it('as it prints', () => {
    expect(printGraph(wanted)).toMatchInlineSnapshot(`
      "graph tfjs
        input x: float32 [batch, 3]
        constant d/bias: float32 [2] = [0.2256777286529541, 0.44148626923561096]
        constant d/kernel: float32 [3, 2] = [0.25414788722991943, -0.9945285320281982, 0.05489407852292061, 0.962101936340332, 0.9367557764053345, -0.43779298663139343]
        d: float32 [batch, 2] = dense(x=x, filter=d/kernel, bias=d/bias)
        output d = d"
    `);
  });

  it.each<readonly [string, Entry]>([
    [
      'without model_config',
      {
        class_name: 'Functional',
        config: { layers: [input('x'), dense({ inbound_nodes: [[['x', 0, 0, {}]]] })], ...ends },
      },
    ],
    [
      'with calls and shapes of Keras 3',
      {
        class_name: 'Functional',
        config: {
          layers: [
            input('x', { batch_shape: [null, 3] }),
            dense({ inbound_nodes: [{ args: [tensorOf('x')], kwargs: {} }] }),
          ],
          input_layers: ['x', 0, 0],
          output_layers: { d: ['d', 0, 0] },
        },
      },
    ],
    [
      'as a Sequential with an input layer',
      { class_name: 'Sequential', config: { layers: [input('x'), dense()] } },
    ],
    ['as a Sequential that is a list', { class_name: 'Sequential', config: [input('x'), dense()] }],
  ])('%s', (_, topology) => {
    expect(graphEquals(imported(topology), wanted)).toBe(true);
  });

  it.each<readonly [string, Entry]>([
    [
      'whose first layer says its input',
      { layers: [dense({ config: { name: 'd', batch_input_shape: [null, 3] } })] },
    ],
    [
      'whose first layer says it without a batch',
      { layers: [dense({ config: { name: 'd', input_shape: [3] } })] },
    ],
    ['that was built for an input', { layers: [dense()], build_input_shape: [null, 3] }],
  ])('as a Sequential %s, but for the name of the input', (_, config) => {
    const graph = imported({ class_name: 'Sequential', config });
    expect(graph.inputs).toEqual(['d_input']);
    expect(printGraph(graph).replaceAll('d_input', 'x')).toBe(printGraph(wanted));
  });

  it('with scopes around the names of its weights', () => {
    const graph = imported(
      { class_name: 'Sequential', config: [input('x'), dense()] },
      'net/scope/',
    );
    expect([...graph.constants.keys()].sort()).toEqual(['net/scope/d/bias', 'net/scope/d/kernel']);
  });
});
