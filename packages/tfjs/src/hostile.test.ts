import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../testing/failure.js';
import { graphFiles, node, placeholder } from '../testing/graph-files.js';
import { graphBlockFiles } from '../testing/graph-block.js';
import { blockFiles, denseFiles } from '../testing/small-models.js';
import { importTfjs, type TfjsFiles } from './import-tfjs.js';

/** The text of a model with every occurrence of a piece of it replaced. */
function edited(files: TfjsFiles, from: string, to: string): TfjsFiles {
  const text = files.modelJson as string;
  if (!text.includes(from)) throw new Error(`there is no ${from} in ${text}`);
  return { ...files, modelJson: text.replaceAll(from, to) };
}

const refusal = (files: TfjsFiles): Promise<string> => failureOf(() => importTfjs(files));

const dense = denseFiles();
const block = blockFiles();
const graph = graphBlockFiles();

describe('a hostile model.json ends in a typed error', () => {
  it('that is no model', async () => {
    expect(await refusal({ ...dense, modelJson: 'PK' })).toMatchInlineSnapshot(
      `"ImportError: model.json is no JSON: Unexpected token 'P', "PK" is not valid JSON"`,
    );
    expect(await refusal({ ...dense, modelJson: Uint8Array.of(0xff, 0xfe) })).toMatch(
      /^ImportError: model\.json is no JSON: /,
    );
    expect(await refusal({ ...dense, modelJson: '[]' })).toMatchInlineSnapshot(
      `"ImportError: model.json: expected an object, got a list of 0"`,
    );
    expect(await refusal({ ...dense, modelJson: '{}' })).toMatchInlineSnapshot(
      `"ImportError: model.json has no modelTopology: it is no TensorFlow.js model"`,
    );
    const nested = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(await refusal(edited(dense, '"2.2.4"', nested))).toMatchInlineSnapshot(
      `"ImportError: model.json: it nests more than 256 levels deep"`,
    );
  });

  it('with keys that poison objects', async () => {
    expect(await refusal(edited(dense, '"activation":', '"__proto__":'))).toMatchInlineSnapshot(
      `"ImportError: model.json: it has the key "__proto__""`,
    );
    expect(await refusal(edited(dense, '"Dense"', '"constructor"'))).toMatchInlineSnapshot(`
      "UnsupportedOpError: this TensorFlow.js model cannot be imported:
        constructor: no such layer is known (1: d)
        hint: convert it to a graph model, which is made of simpler operators, or to ONNX"
    `);
    expect(await refusal(edited(graph, '"AddV2"', '"toString"'))).toMatchInlineSnapshot(`
      "UnsupportedOpError: this TensorFlow.js model cannot be imported:
        toString: no such operator is known (1: c)
        hint: cut the model off before these nodes, or convert it to ONNX"
    `);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('with shards that are missing or of other sizes', async () => {
    const [first, second] = [...dense.shards];
    expect(await refusal({ ...dense, shards: new Map([first!]) })).toMatchInlineSnapshot(
      `"ImportError: the shard "parts/two.bin" that weightsManifest[0] names is missing"`,
    );
    const short = second![1].subarray(1);
    expect(
      await refusal({ ...dense, shards: new Map([first!, [second![0], short]]) }),
    ).toMatchInlineSnapshot(
      `"ImportError: model.json, weightsManifest[0]: its shards have 31 bytes, its weights need 32"`,
    );
    expect(await refusal(edited(dense, '[3,2]', '[1000000000,1000000000]'))).toMatchInlineSnapshot(
      `"ImportError: model.json, weightsManifest[0].weights[0]: a weight of shape [1000000000, 1000000000] has over 2^53 bytes"`,
    );
    expect(await refusal(edited(dense, '[3,2]', '[100000,30000]'))).toMatchInlineSnapshot(
      `"ImportError: model.json, weightsManifest[0]: its shards have 32 bytes, its weights need 12000000008"`,
    );
    expect(await refusal(edited(dense, '[3,2]', '[-3,-2]'))).toMatchInlineSnapshot(
      `"ImportError: model.json, weightsManifest[0].weights[0].shape: expected at most 16 extents of at least 0, got a list of 2"`,
    );
  });

  it('with shards outside of its folder', async () => {
    const paths = [
      '../one.bin',
      '/one.bin',
      'a/../../one.bin',
      'C:\\\\one.bin',
      'http://host/one.bin',
      '%2e%2e/one.bin',
      'a//one.bin',
      '',
      'one.bin?x',
    ];
    for (const path of paths) {
      expect(await refusal(edited(dense, '"one.bin"', `"${path}"`))).toMatch(
        /^ImportError: model\.json, weightsManifest\[0\]\.paths\[0\]: a shard must be a path inside the model's folder, got "/,
      );
    }
  });

  it('with weights that do not exist or cannot be', async () => {
    expect(await refusal(edited(dense, 'd/kernel', 'e/kernel'))).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.model_config.config.layers[1]: layer "d" has no weight "kernel""`,
    );
    expect(await refusal(edited(dense, 'd/kernel', 'd/bias'))).toMatchInlineSnapshot(
      `"ImportError: model.json, weightsManifest[0].weights[1]: a second weight "d/bias""`,
    );
    expect(
      await refusal(edited(dense, '[3,2],"dtype":"float32"', '[3,2],"dtype":"string"')),
    ).toMatchInlineSnapshot(
      `"ImportError: model.json, weightsManifest[0].weights[0].dtype: weights of "string" are not supported; float32, int32 and bool are"`,
    );
    expect(await refusal(edited(block, '"uint8"', '"uint4"'))).toMatchInlineSnapshot(
      `"ImportError: model.json, weightsManifest[0].weights[0].quantization: weights of float32 cannot be quantised to "uint4""`,
    );
  });

  it('with layers that hang on themselves or on nothing', async () => {
    expect(await refusal(edited(dense, '[["x",0,0,{}]]', '[["d",0,0,{}]]'))).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.model_config.config.layers[1]: layer "d" hangs on its own result in a cycle"`,
    );
    expect(await refusal(edited(dense, '[["x",0,0,{}]]', '[["z",0,0,{}]]'))).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.model_config.config: a layer reads "z", which is no layer of the model"`,
    );
    expect(await refusal(edited(dense, '[["x",0,0,{}]]', '[["x",7,0,{}]]'))).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.model_config.config: call 7 of layer "x" is read, which has 1"`,
    );
    expect(await refusal(edited(dense, '[["x",0,0,{}]]', '[["x",0,7,{}]]'))).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.model_config.config: result 7 of layer "x" is read, which has 1"`,
    );
    expect(
      await refusal(edited(dense, '[["x",0,0,{}]]', '[["x",0,0,{}],["x",0,0,{}]]')),
    ).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.model_config.config.layers[1]: the layer reads one value, got 2"`,
    );
    expect(await refusal(edited(block, '[["x",0,0,{}]]', '[]'))).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.model_config.config.layers[1]: model "inside" has 1 inputs and is called with 0"`,
    );
  });

  it('that loop', async () => {
    const looped = edited(
      graph,
      '"op":"AddV2","input":["a","b"]',
      '"op":"Merge","input":["a","c"]',
    );
    expect(await refusal(looped)).toMatchInlineSnapshot(`
      "UnsupportedOpError: this TensorFlow.js model cannot be imported:
        Merge: control flow is not supported (1: c)
        hint: freeze the model so that nothing in it branches or loops, and convert it again"
    `);
  });

  it('with nodes that hang on themselves or on nothing', async () => {
    expect(
      await refusal(edited(graph, '"input":["a","b"]', '"input":["a","c"]')),
    ).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.node[12]: node "c" hangs on its own result in a cycle"`,
    );
    expect(
      await refusal(edited(graph, '"input":["a","b"]', '"input":["a","z"]')),
    ).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology: node "c" reads "z", which is no node of the graph"`,
    );
    expect(
      await refusal(edited(graph, '"input":["a","b"]', '"input":["a:3","b"]')),
    ).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.node[12]: result 3 of "a" is read, which has 1"`,
    );
    expect(
      await refusal(edited(graph, '"input":["a","b"]', '"input":["a"]')),
    ).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.node[12]: AddV2 needs operand 1"`,
    );
  });

  it('with sizes beyond reason, without holding memory for them', async () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(
      await refusal(edited(block, '"padding":[[1,1],[1,1]]', '"padding":[[1000000000,1],[1,1]]')),
    ).toMatchInlineSnapshot(`"no error"`);
    expect(await refusal(edited(dense, '[null,3]', '[1e15,1e15]'))).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.model_config.config.layers[1]: layer "d" (Dense): node 'd' (dense of x float32 [1000000000000000, 1000000000000000], filter float32 [3, 2], bias float32 [2]): filter takes a last axis of 3, x has [1000000000000000, 1000000000000000]"`,
    );
    const unpacked = node('y', 'Unpack', ['x'], { axis: 0, num: 1_000_000_000 });
    expect(await refusal(graphFiles([placeholder('x', [4, 4]), unpacked]))).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.node[1]: num of 1000000000 is not between 1 and 1024"`,
    );
    const stretched = node('y', 'Tile', ['x', 'repeats']);
    const repeats = tensor('int32', [2], [1_000_000, 1_000_000]);
    // A result of 16 · 10¹² elements is only a shape until a session is asked to run it.
    expect(
      await refusal(graphFiles([placeholder('x', [4, 4]), stretched], { repeats })),
    ).toMatchInlineSnapshot(`"no error"`);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 20);
  });

  it('whose shape computations grow without end', async () => {
    const x = placeholder('x', [-1, -1, -1, -1]);
    const squares = Array.from({ length: 40 }, (_, i) =>
      node(`m${i + 1}`, 'Mul', [`m${i}`, `m${i}`]),
    );
    const grown = [x, node('m0', 'Shape', ['x']), ...squares, node('y', 'Reshape', ['x', 'm40'])];
    expect(await refusal(graphFiles(grown))).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.node[8]: a size is an expression of over 512 letters"`,
    );
    const copies = Array.from({ length: 250 }, () => 's');
    const wide = node('m0', 'ConcatV2', [...copies, 'zero']);
    const sums = Array.from({ length: 100 }, (_, i) =>
      node(`m${i + 1}`, 'Maximum', [`m${i}`, 'm0']),
    );
    const many = [x, node('s', 'Shape', ['x']), wide, ...sums, node('y', 'Reshape', ['x', 'm100'])];
    const zero = tensor('int32', [], [0]);
    expect(await refusal(graphFiles(many, { zero }))).toMatchInlineSnapshot(
      `"ImportError: model.json, modelTopology.node[52]: the shape computations make over 50000 open sizes"`,
    );
  });

  it('in which models inside models multiply their calls', async () => {
    // Forty models, each calling the one inside it twice: 2⁴⁰ calls.
    let inner: object = { class_name: 'ReLU', config: { name: 'l' } };
    for (let depth = 0; depth < 40; depth++) {
      const input = {
        class_name: 'InputLayer',
        name: 'i',
        config: { batch_input_shape: [null, 3] },
        inbound_nodes: [],
      };
      const [first, second] = [[['i', 0, 0, {}]], [['l', Number(depth > 0), 0, {}]]];
      const layers = [input, { ...inner, name: 'l', inbound_nodes: [first, second] }];
      const ends = { input_layers: [['i', 0, 0]], output_layers: [['l', depth > 0 ? 2 : 1, 0]] };
      inner = { class_name: 'Functional', config: { name: 'l', layers, ...ends } };
    }
    const modelJson = JSON.stringify({ modelTopology: { model_config: inner } });
    expect(await refusal({ modelJson, shards: new Map() })).toMatch(
      /the model calls its layers more than 20000 times$/,
    );
  });
});

describe('what cannot be imported is listed at once', () => {
  it('layers of a layers model, with reasons and a hint', async () => {
    const files = edited(edited(block, '"SeparableConv2D"', '"LSTM"'), '"softmax"', '"maxout"');
    expect(await refusal(edited(files, '"kernel_size":[3,3]', '"data_format":"channels_first"')))
      .toMatchInlineSnapshot(`
      "UnsupportedOpError: this TensorFlow.js model cannot be imported:
        DepthwiseConv2D: its data_format is "channels_first" (1: inside/dw)
        LSTM: no such layer is known (1: sep)
        hint: convert it to a graph model, which is made of simpler operators, or to ONNX"
    `);
  });

  it('nodes of a graph model, with reasons and a hint', async () => {
    const files = edited(edited(graph, '"AddV2"', '"While"'), btoa('NHWC'), btoa('NCHW'));
    expect(await refusal(files)).toMatchInlineSnapshot(`
      "UnsupportedOpError: this TensorFlow.js model cannot be imported:
        _FusedConv2D: its data_format is "NCHW" (1: a)
        While: control flow is not supported (1: c)
        hint: freeze the model so that nothing in it branches or loops, and convert it again"
    `);
    expect(await refusal(edited(graph, '"_FusedMatMul"', '"QuantizedMatMul"')))
      .toMatchInlineSnapshot(`
      "UnsupportedOpError: this TensorFlow.js model cannot be imported:
        QuantizedMatMul: no such operator is known (1: y)
        hint: cut the model off before these nodes, or convert it to ONNX"
    `);
  });
});

describe('options', () => {
  it('pin the sizes that a model leaves open', () => {
    const { values } = importTfjs(block, { inputShapes: { x: ['n', 16, 8, 4] } });
    expect(values.get('x')?.shape).toEqual(['n', 16, 8, 4]);
  });

  it('must fit the model', async () => {
    const pinned = (inputShapes: Record<string, readonly number[]>): Promise<string> =>
      failureOf(() => importTfjs(block, { inputShapes }));
    expect(await pinned({ x: [1, 16, 9, 4] })).toMatchInlineSnapshot(
      `"ImportError: inputShapes gives 'x' the shape [1, 16, 9, 4], the model has [batch, H, 8, 4]"`,
    );
    expect(await pinned({ y: [1] })).toMatchInlineSnapshot(
      `"ImportError: inputShapes names 'y', the model's inputs are x"`,
    );
  });
});
