import { printGraph } from '@separable/core';
import { describe, expect, it } from 'vitest';
import {
  makeFloats,
  makeInt64s,
  makeModel,
  makeNode,
  makeTensor,
  makeValueInfo,
} from './proto/make.js';
import { encodeModel } from './proto/encode-model.js';
import { importOnnx, type ImportOptions } from './import-onnx.js';
import { failureOf } from '../testing/failure.js';
import { convolutionalModel, modelOf, shapeModel, single, weights } from '../testing/models.js';

type Model = Parameters<typeof encodeModel>[0];

function failure(model: Model | Uint8Array, options?: ImportOptions): string {
  return failureOf(() =>
    importOnnx(model instanceof Uint8Array ? model : encodeModel(model), options),
  );
}

const relu = makeNode('Relu', ['x'], ['y'], {}, { name: 'relu1' });
const good = { inputs: { x: ['n', 2] }, outputs: ['y'] };

describe('importOnnx', () => {
  it('imports a convolutional network with open sizes', () => {
    expect(printGraph(importOnnx(encodeModel(convolutionalModel())))).toMatchInlineSnapshot(`
      "graph test
        input x: float32 [batch, 3, H, W]
        constant w1: float32 [3, 3, 3, 8]
        constant b1: float32 [8] = [-0.526313841342926, -0.08005112409591675, -0.6220993995666504, 0.4837992489337921, 0.4340197741985321, -0.7655415534973145, -0.5884000062942505, -0.05531693622469902]
        constant w2: float32 [3, 3, 8, 1]
        constant w3: float32 [8, 6]
        constant mean: float32 [6] = [-0.5224383473396301, 0.82698655128479, 0.2249833345413208, 0.8539628982543945, -0.9013176560401917, 0.7115671038627625]
        constant variance: float32 [6] = [1, 2, 0.5, 1, 3, 1]
        constant gamma: float32 [6] = [-0.5239885449409485, 0.46417146921157837, -0.5138497352600098, 0.7058974504470825, 0.4328173100948334, -0.2792763411998749]
        constant beta: float32 [6] = [-0.5232134461402893, 0.6455789804458618, 0.8555667996406555, 0.7799301743507385, -0.23425015807151794, -0.783854603767395]
        constant w4: float32 [2, 2, 6, 4]
        x/channelsLast: float32 [batch, H, W, 3] = transpose(x=x) permutation=[0, 2, 3, 1]
        c1: float32 [batch, (H + 1)//2, (W + 1)//2, 8] = conv2d(x=x/channelsLast, filter=w1, bias=b1) strides=[2, 2] padding={top: 1, bottom: 1, left: 1, right: 1}
        c1/channelsFirst: float32 [batch, 8, (H + 1)//2, (W + 1)//2] = transpose(x=c1) permutation=[0, 3, 1, 2]
        a1: float32 [batch, 8, (H + 1)//2, (W + 1)//2] = clip(x=c1/channelsFirst) min=0 max=6
        a1/channelsLast: float32 [batch, (H + 1)//2, (W + 1)//2, 8] = transpose(x=a1) permutation=[0, 2, 3, 1]
        c2: float32 [batch, (H + 1)//2, (W + 1)//2, 8] = depthwiseConv2d(x=a1/channelsLast, filter=w2) padding=same
        c3: float32 [batch, (H + 1)//2, (W + 1)//2, 6] = pointwiseConv2d(x=c2, filter=w3)
        n3: float32 [batch, (H + 1)//2, (W + 1)//2, 6] = batchNorm(x=c3, mean=mean, variance=variance, scale=gamma, offset=beta) epsilon=0.0010000000474974513
        n3/channelsFirst: float32 [batch, 6, (H + 1)//2, (W + 1)//2] = transpose(x=n3) permutation=[0, 3, 1, 2]
        a3: float32 [batch, 6, (H + 1)//2, (W + 1)//2] = hardSigmoid(x=n3/channelsFirst)
        a3/channelsLast: float32 [batch, (H + 1)//2, (W + 1)//2, 6] = transpose(x=a3) permutation=[0, 2, 3, 1]
        p3: float32 [batch, (H + 3)//4, (W + 3)//4, 6] = maxPool2d(x=a3/channelsLast) kernel=[2, 2] strides=[2, 2] ceilMode=true
        r3: float32 [batch, 2*((H + 3)//4), 2*((W + 3)//4), 6] = resize2d(x=p3) size=[2*((H + 3)//4), 2*((W + 3)//4)] mode=nearest coordinates=asymmetric nearestRounding=floor
        t4: float32 [batch, 4*((H + 3)//4), 4*((W + 3)//4), 4] = convTranspose2d(x=r3, filter=w4) strides=[2, 2] padding={top: 0, bottom: 0, left: 0, right: 0}
        g4: float32 [batch, 1, 1, 4] = globalAveragePool2d(x=t4)
        g4/channelsFirst: float32 [batch, 4, 1, 1] = transpose(x=g4) permutation=[0, 3, 1, 2]
        y: float32 [batch, 4] = reshape(x=g4/channelsFirst) shape=[batch, 4]
        t4/channelsFirst: float32 [batch, 4, 4*((H + 3)//4), 4*((W + 3)//4)] = transpose(x=t4) permutation=[0, 3, 1, 2]
        output y = y
        output t4 = t4/channelsFirst"
    `);
  });

  it('turns shape computations into dimension expressions', () => {
    expect(printGraph(importOnnx(encodeModel(shapeModel())))).toMatchInlineSnapshot(`
      "graph test
        input x: float32 [batch, 4, length]
        constant q: float32 [4, 4]
        constant eps: float32 [] = [0.000009999999747378752]
        rows: float32 [batch, length, 4] = transpose(x=x) permutation=[0, 2, 1]
        projected: float32 [batch, length, 4] = dense(x=rows, filter=q)
        headed: float32 [batch, length, 2, 2] = reshape(x=projected) shape=[batch, length, 2, 2]
        queries: float32 [batch, 2, length, 2] = transpose(x=headed) permutation=[0, 2, 1, 3]
        keys: float32 [batch, 2, 2, length] = transpose(x=headed) permutation=[0, 2, 3, 1]
        scores: float32 [batch, 2, length, length] = matmul(a=queries, b=keys)
        weights: float32 [batch, 2, length, length] = softmax(x=scores) axis=3
        mixed: float32 [batch, 2, length, 2] = matmul(a=weights, b=queries)
        back: float32 [batch, length, 2, 2] = transpose(x=mixed) permutation=[0, 2, 1, 3]
        merged: float32 [batch, length, 4] = reshape(x=back) shape=[batch, length, 4]
        mean: float32 [batch, length, 1] = reduceMean(x=merged) axes=[-1] keepDims=true
        centred: float32 [batch, length, 4] = sub(a=merged, b=mean)
        square: float32 [batch, length, 4] = mul(a=centred, b=centred)
        variance: float32 [batch, length, 1] = reduceMean(x=square) axes=[-1] keepDims=true
        raised: float32 [batch, length, 1] = add(a=variance, b=eps)
        deviation: float32 [batch, length, 1] = sqrt(x=raised)
        normal: float32 [batch, length, 4] = div(a=centred, b=deviation)
        y: float32 [batch, length, 4] = slice(x=normal) axes=[2] starts=[0] ends=[4] steps=[1]
        output y = y"
    `);
  });

  it('pins sizes, for every input that shares a name', () => {
    const model = modelOf({
      inputs: { a: ['batch', 4], b: ['batch', 'width'] },
      nodes: [makeNode('Concat', ['a', 'b'], ['y'], { axis: 1 })],
      outputs: ['y'],
    });
    const graph = importOnnx(encodeModel(model), { inputShapes: { b: [2, 3] } });
    expect(graph.inputs.map((name) => graph.values.get(name)?.shape)).toEqual([
      [2, 4],
      [2, 3],
    ]);
  });

  it('makes symbols of names that are no symbols, and of extents without a name', () => {
    const shape = ['batch size', 'batch_size', '2*H', '', undefined, -1, 0];
    const graph = importOnnx(single(makeNode('Relu', ['x'], ['y']), shape));
    expect(graph.values.get('x')?.shape).toEqual([
      'batch_size',
      'batch_size_2',
      '_2_H',
      'x_3',
      'x_4',
      'x_5',
      0,
    ]);
  });

  it('sorts nodes that come in the wrong order', () => {
    const nodes = [makeNode('Exp', ['r'], ['y']), makeNode('Relu', ['x'], ['r'])];
    const graph = importOnnx(encodeModel(modelOf({ ...good, nodes })));
    expect(graph.nodes.map((node) => node.op)).toEqual(['relu', 'exp']);
  });

  it('takes initialisers that are listed as inputs, as old files do', () => {
    const model = modelOf({
      inputs: { x: ['n', 2], w: [2] },
      initializers: [makeFloats('w', [2], [1, 2])],
      nodes: [makeNode('Add', ['x', 'w'], ['y'])],
      outputs: ['y'],
    });
    expect(importOnnx(encodeModel(model)).inputs).toEqual(['x']);
  });

  it('reads external data through the resolver', () => {
    const w = makeTensor('float', [2], {
      name: 'w',
      external: true,
      externalData: [
        { key: 'location', value: 'weights.bin' },
        { key: 'offset', value: '4' },
      ],
    });
    const bytes = single(makeNode('Add', ['x', 'w'], ['y']), [2], [w]);
    const graph = importOnnx(bytes, {
      externalData: ({ location, offset, length }) => {
        expect([location, offset, length]).toEqual(['weights.bin', 4, 8]);
        return new Uint8Array(Float32Array.of(5, 6).buffer);
      },
    });
    expect([...(graph.constants.get('w')?.data ?? [])]).toEqual([5, 6]);
  });

  it('lists every unsupported node at once, by operator and reason', () => {
    const model = modelOf({
      inputs: { x: ['n', 'm'] },
      nodes: [
        makeNode('Relu', ['x'], ['a'], {}, { name: 'first' }),
        makeNode('Unique', ['a'], ['b'], {}, { name: 'unique1' }),
        makeNode('Unique', ['b'], ['c'], {}, { name: 'unique2' }),
        makeNode('Attention', ['x'], ['d'], {}, { name: 'attention', domain: 'com.microsoft' }),
        makeNode('Relu', ['x'], ['e'], { slope: 3 }, { name: 'sloped' }),
        makeNode('Squeeze', ['x'], ['f'], {}, { name: 'squeezed' }),
        makeNode('toString', ['x'], ['g']),
        makeNode('Sum', ['c', 'd', 'e', 'f', 'g'], ['y']),
      ],
      outputs: ['y'],
    });
    expect(failure(model)).toMatchInlineSnapshot(`
      "UnsupportedOpError: this ONNX model cannot be imported:
        Unique: no such operator is known (2: unique1, unique2)
        com.microsoft.Attention: no such operator is known (1: attention)
        Relu: its attribute "slope" is not known (1: sloped)
        Squeeze: it squeezes every axis of extent 1, and whether n is 1 is not known (1: squeezed)
        toString: no such operator is known (1: g)
        hint: where sizes or inputs decide, pin them with inputShapes or inputValues; else cut the model off before these nodes, or have its exporter write other operators"
    `);
  });

  it('says which size is needed as data', () => {
    const nodes = [
      makeNode('Shape', ['x'], ['s']),
      makeNode('Cast', ['s'], ['f'], { to: 1 }),
      makeNode('Add', ['x', 'f'], ['y']),
    ];
    const model = modelOf({ ...good, nodes });
    expect(failure(model)).toMatchInlineSnapshot(`
      "UnsupportedOpError: this ONNX model cannot be imported:
        Add: it needs the size n as data; pin sizes with the option inputShapes (1: y)
        hint: where sizes or inputs decide, pin them with inputShapes or inputValues; else cut the model off before these nodes, or have its exporter write other operators"
    `);
    const graph = importOnnx(encodeModel(model), { inputShapes: { x: [3, 2] } });
    expect([...(graph.constants.get('f')?.data ?? [])]).toEqual([3, 2]);
  });
});

describe('importOnnx on bad models', () => {
  it('names the cycle', () => {
    const nodes = [
      makeNode('Add', ['x', 'b'], ['a'], {}, { name: 'one' }),
      makeNode('Relu', ['a'], ['b'], {}, { name: 'two' }),
      makeNode('Relu', ['b'], ['y'], {}, { name: 'three' }),
    ];
    expect(failure(modelOf({ ...good, nodes }))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0] (byte 17): nodes hang on their own results in a cycle: "one", "two", "three""`,
    );
  });

  it('names missing and repeated values', () => {
    const nodes = [makeNode('Add', ['x', 'w'], ['y'], {}, { name: 'add' })];
    expect(failure(modelOf({ ...good, nodes }))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0] (byte 17): node "add" (Add) reads "w", which is no input, no initialiser and no node's output"`,
    );
    expect(
      failure(modelOf({ ...good, nodes: [relu, makeNode('Exp', ['x'], ['y'])] })),
    ).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[1] (byte 38): node "y" makes "y", which node "relu1" makes already"`,
    );
    expect(
      failure(modelOf({ ...good, nodes: [makeNode('Exp', ['x'], ['x'])] })),
    ).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0] (byte 17): node "x" makes "x", which an input or initialiser makes already"`,
    );
    const twice = [makeFloats('w', [1], [1]), makeFloats('w', [1], [2])];
    expect(failure(modelOf({ ...good, nodes, initializers: twice }))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.initializer[1] (byte 60): a second initialiser named "w""`,
    );
    expect(failure(modelOf({ ...good, nodes: [relu], outputs: ['z'] }))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.output[0] (byte 66): the graph's output "z" is made by no node"`,
    );
    expect(failure(modelOf({ ...good, nodes: [relu], outputs: ['y', 'y'] }))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.output[1] (byte 77): a second output named "y""`,
    );
  });

  it('names the node whose operands do not fit', () => {
    const node = makeNode('Conv', ['x', 'w'], ['y'], {}, { name: 'conv1' });
    expect(failure(single(node, [1, 3, 8, 8], [weights('w', [4, 2, 3, 3])]))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0] (byte 18): a filter of shape [4, 2, 3, 3] in 1 groups does not fit 3 channels"`,
    );
    expect(failure(single(node, [1, 2, 2, 8], [weights('w', [4, 2, 3, 3])]))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0] (byte 18): node "conv1" (Conv): node 'y' (conv2d of x float32 [1, 2, 8, 2], filter float32 [3, 3, 2, 4]): a window spanning 3 is larger than the input of 2 with padding 0 + 0"`,
    );
    const wrong = makeNode('Conv', ['x', 'w'], ['y'], { strides: { float: 2 } });
    expect(
      failure(single(wrong, [1, 2, 8, 8], [weights('w', [4, 2, 3, 3])])),
    ).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0].attribute[0] (byte 35): attribute "strides" must be of kind ints, got float"`,
    );
  });

  it('refuses what is no model', () => {
    expect(failure(new Uint8Array(0))).toMatchInlineSnapshot(
      `"ImportError: these 0 bytes are no ONNX model: they hold no graph"`,
    );
    expect(failure({ ...makeModel(17, {}), graph: undefined })).toMatchInlineSnapshot(
      `"ImportError: these 17 bytes are no ONNX model: they hold no graph"`,
    );
    expect(failure(makeModel(6, {}))).toMatchInlineSnapshot(
      `"ImportError: the ONNX model uses opset 6; 7 to 22 are supported"`,
    );
    expect(failure({ ...makeModel(17, {}), opsets: [] })).toMatchInlineSnapshot(
      `"ImportError: the ONNX model does not say which opset it uses"`,
    );
    expect(failure(makeModel(17, {}))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph (byte 15): the graph has no output"`,
    );
  });

  it('refuses inputs that a graph cannot have', () => {
    const strings = makeModel(17, { nodes: [relu], inputs: [makeValueInfo('x', 'string', [2])] });
    expect(failure(strings)).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.input[0] (byte 45): input "x" has elements of string, which a graph does not have"`,
    );
    const open = makeModel(17, { nodes: [relu], inputs: [makeValueInfo('x', 'float', undefined)] });
    expect(failure(open)).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.input[0] (byte 45): input "x" has no shape; give one with the option inputShapes"`,
    );
  });

  it('refuses shapes that do not fit the inputs', () => {
    const model = modelOf({ ...good, nodes: [relu] });
    expect(failure(model, { inputShapes: { z: [1, 2] } })).toMatchInlineSnapshot(
      `"ImportError: inputShapes names "z"; the model's inputs are "x""`,
    );
    expect(failure(model, { inputShapes: { x: [1, 3] } })).toMatchInlineSnapshot(
      `"ImportError: inputShapes gives [1, 3] for input "x", the model declares [n, 2]"`,
    );
    expect(failure(model, { inputShapes: { x: [1] } })).toMatchInlineSnapshot(
      `"ImportError: inputShapes gives [1] for input "x", the model declares [n, 2]"`,
    );
  });

  it('gives up on shape computations without end', () => {
    const grow = (op: string): Uint8Array => {
      const steps = Array.from({ length: 9000 }, (_, i) => {
        return makeNode(i % 2 === 0 ? op : 'Add', [`s${i}`, 's0'], [`s${i + 1}`]);
      });
      const nodes = [
        makeNode('Shape', ['x'], ['s0']),
        ...steps,
        makeNode('Reshape', ['x', 's9000'], ['y']),
      ];
      const inputs = { x: ['a', 'b', 'c', 'd', 'e', 'f'] };
      return encodeModel(modelOf({ inputs, nodes, outputs: ['y'] }));
    };
    expect(failure(grow('Max'))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[8333] (byte 206118): the shape computations make over 50000 elements of open sizes"`,
    );
    expect(failure(grow('Div'))).toMatchInlineSnapshot(`
      "UnsupportedOpError: this ONNX model cannot be imported:
        Div: it needs the size ((a + 1)//(a)) + a as data; pin sizes with the option inputShapes (1: s5)
        hint: where sizes or inputs decide, pin them with inputShapes or inputValues; else cut the model off before these nodes, or have its exporter write other operators"
    `);
  });

  it('does not allocate what a few bytes ask for', () => {
    const before = process.memoryUsage().arrayBuffers;
    const enormous = makeInt64s('s', [2], [2 ** 20, 2 ** 20]);
    const filled = importOnnx(single(makeNode('ConstantOfShape', ['s'], ['y']), [1], [enormous]));
    expect(filled.values.get(filled.outputs[0]!.value)?.shape).toEqual([2 ** 20, 2 ** 20]);
    const limits = [
      makeInt64s('a', [], [0]),
      makeInt64s('b', [], [2 ** 40]),
      makeInt64s('c', [], [1]),
    ];
    expect(failure(single(makeNode('Range', ['a', 'b', 'c'], ['y']), [1], limits)))
      .toMatchInlineSnapshot(`
        "UnsupportedOpError: this ONNX model cannot be imported:
          Range: it counts 1099511627776 steps; at most 1048576 are supported (1: y)
          hint: where sizes or inputs decide, pin them with inputShapes or inputValues; else cut the model off before these nodes, or have its exporter write other operators"
      `);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 22);
  });
});
