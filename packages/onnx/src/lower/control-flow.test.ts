import { printGraph, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { disagreements } from '../../testing/agreement.js';
import { failureOf } from '../../testing/failure.js';
import { modelOf, noise } from '../../testing/models.js';
import { importOnnx } from '../import-onnx.js';
import { encodeModel } from '../proto/encode-model.js';
import type { GraphProto } from '../proto/graph-proto.js';
import {
  makeFloats,
  makeInt64s,
  makeModel,
  makeNode,
  makeTensor,
  makeValueInfo,
} from '../proto/make.js';
import type { ModelProto } from '../proto/model-proto.js';
import type { NodeProto } from '../proto/node-proto.js';

const elementTypeOf: Readonly<Record<string, 'int64' | 'bool'>> = {
  i: 'int64',
  goes: 'bool',
  on: 'bool',
};

function body(
  inputs: readonly string[],
  nodes: readonly NodeProto[],
  outputs: readonly string[],
): GraphProto {
  const declared = (name: string) => {
    const type = elementTypeOf[name];
    return makeValueInfo(name, type ?? 'float', type && []);
  };
  return makeModel(17, { nodes, inputs: inputs.map(declared), outputs: outputs.map(declared) })
    .graph!;
}

const one = (op: string, from: string, to: string): GraphProto =>
  body([], [makeNode(op, [from], [to])], [to]);

const branches = {
  then_branch: { graph: one('Relu', 'x', 'yes') },
  else_branch: { graph: one('Neg', 'x', 'no') },
};

/** Relu where there are several rows, Neg where there is one. */
const byRows = encodeModel(
  modelOf({
    inputs: { x: ['rows', 3] },
    initializers: [makeInt64s('one', [], [1]), makeInt64s('zero', [], [0])],
    nodes: [
      makeNode('Shape', ['x'], ['shape']),
      makeNode('Gather', ['shape', 'zero'], ['rows']),
      makeNode('Greater', ['rows', 'one'], ['several']),
      makeNode('If', ['several'], ['y'], branches, { name: 'choice' }),
    ],
    outputs: ['y'],
  }),
);

const bool = (name: string, value: number) =>
  makeTensor('bool', [], { name, rawData: Uint8Array.of(value) });

/** `v ← v·2 + x` a number of times; what it yields is each v. */
function loop(trips: readonly number[], step: readonly NodeProto[] = []): ModelProto {
  const nodes = [
    makeNode('Add', ['v', 'v'], ['twice']),
    makeNode('Add', ['twice', 'x'], ['next']),
    makeNode('Identity', ['goes'], ['on']),
    ...step,
  ];
  const graph = body(['i', 'goes', 'v'], nodes, ['on', 'next', 'next']);
  return modelOf({
    inputs: { x: [2, 3] },
    initializers: [makeInt64s('trips', [], trips), bool('true', 1)],
    nodes: [makeNode('Loop', ['trips', 'true', 'x'], ['last', 'all'], { body: { graph } })],
    outputs: ['last', 'all'],
  });
}

const x = tensor('float32', [2, 3], noise(6, 3));

describe('If', () => {
  it('imports the branch that sizes decide for and nothing of the other', () => {
    const graph = importOnnx(byRows, { inputShapes: { x: [2, 3] } });
    expect(graph.nodes.map(({ op }) => op)).toEqual(['relu']);
    const single = importOnnx(byRows, { inputShapes: { x: [1, 3] } });
    expect(single.nodes.map(({ op }) => op)).toEqual(['neg']);
  });

  it('says which options decide when nothing does', () => {
    expect(failureOf(() => importOnnx(byRows))).toMatchInlineSnapshot(`
      "UnsupportedOpError: this ONNX model cannot be imported:
        Greater: it needs the size rows as data; pin sizes with the option inputShapes (1: several)
        hint: where sizes or inputs decide, pin them with inputShapes or inputValues; else cut the model off before these nodes, or have its exporter write other operators"
    `);
  });

  it('follows an input whose value is given', () => {
    const model = {
      ...makeModel(17, {
        nodes: [makeNode('If', ['loud'], ['y'], branches)],
        inputs: [makeValueInfo('x', 'float', ['n']), makeValueInfo('loud', 'bool', [])],
        outputs: [makeValueInfo('y', 'float', undefined)],
      }),
    };
    const inputValues = { loud: tensor('bool', [], [1]) };
    const graph = importOnnx(encodeModel(model), { inputValues });
    expect(printGraph(graph)).toMatchInlineSnapshot(`
      "graph graph
        input x: float32 [n]
        yes: float32 [n] = relu(x=x)
        output y = yes"
    `);
    const wrong = { inputValues: { loud: tensor('int32', [], [1]) } };
    expect(failureOf(() => importOnnx(encodeModel(model), wrong))).toMatchInlineSnapshot(
      `"ImportError: inputValues gives int32 for input "loud", the model declares bool"`,
    );
    const stranger = { inputValues: { quiet: tensor('bool', [], [1]) } };
    expect(failureOf(() => importOnnx(encodeModel(model), stranger))).toMatchInlineSnapshot(
      `"ImportError: inputValues names "quiet"; the model's inputs are "x", "loud""`,
    );
  });
});

describe('Loop', () => {
  it('agrees with onnxruntime-web on what it carries and yields', async () => {
    expect(await disagreements(encodeModel(loop([3])), { x })).toEqual([]);
    expect(await disagreements(encodeModel(loop([1])), { x })).toEqual([]);
  });

  it('stops when its condition says so', async () => {
    const model = modelOf({
      inputs: { x: [2, 3] },
      initializers: [makeInt64s('two', [], [2]), bool('true', 1)],
      nodes: [
        makeNode('Loop', ['', 'true', 'x'], ['y'], {
          body: {
            graph: body(
              ['i', 'goes', 'v'],
              [makeNode('Less', ['i', 'two'], ['on']), makeNode('Add', ['v', 'v'], ['next'])],
              ['on', 'next'],
            ),
          },
        }),
      ],
      outputs: ['y'],
    });
    expect(await disagreements(encodeModel(model), { x })).toEqual([]);
    expect(importOnnx(encodeModel(model)).nodes).toHaveLength(3);
  });

  it('refuses one that does not end, soon', () => {
    expect(failureOf(() => importOnnx(encodeModel(loop([2 ** 40]))))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0].attribute[0].g (byte 64): its loops come to over 50000 nodes"`,
    );
  });

  it('lists what its body cannot do', () => {
    const model = loop([2], [makeNode('NonZero', ['v'], ['where'], {}, { name: 'seek' })]);
    expect(failureOf(() => importOnnx(encodeModel(model)))).toMatchInlineSnapshot(`
      "UnsupportedOpError: this ONNX model cannot be imported:
        NonZero: no such operator is known (1: seek)
        hint: where sizes or inputs decide, pin them with inputShapes or inputValues; else cut the model off before these nodes, or have its exporter write other operators"
    `);
  });
});

describe('sequences', () => {
  it('are built, read and joined while the model is imported', async () => {
    const model = modelOf({
      inputs: { x: [4, 3] },
      initializers: [
        makeInt64s('second', [], [1]),
        makeInt64s('last', [], [-1]),
        makeInt64s('parts', [2], [1, 3]),
        makeFloats('row', [1, 3], [1, 2, 3]),
      ],
      nodes: [
        makeNode('SplitToSequence', ['x', 'parts'], ['rows'], { axis: 0 }),
        makeNode('SequenceInsert', ['rows', 'row', 'second'], ['more']),
        makeNode('SequenceAt', ['more', 'last'], ['tail']),
        makeNode('ConcatFromSequence', ['more'], ['y'], { axis: 0 }),
        makeNode('SequenceLength', ['more'], ['count']),
        makeNode('Cast', ['count'], ['n'], { to: 1 }),
      ],
      outputs: ['y', 'tail', 'n'],
    });
    expect(
      await disagreements(encodeModel(model), { x: tensor('float32', [4, 3], noise(12, 3)) }),
    ).toEqual([]);
  });

  it('say when an item is not there', () => {
    const model = modelOf({
      inputs: { x: [2] },
      initializers: [makeInt64s('fourth', [], [3])],
      nodes: [
        makeNode('SequenceConstruct', ['x', 'x'], ['list']),
        makeNode('SequenceAt', ['list', 'fourth'], ['y']),
      ],
      outputs: ['y'],
    });
    expect(failureOf(() => importOnnx(encodeModel(model)))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[1] (byte 50): SequenceAt asks for item 3 of 2"`,
    );
  });
});
