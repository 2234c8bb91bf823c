import { printGraph, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { disagreements } from '../../testing/agreement.js';
import { failureOf } from '../../testing/failure.js';
import { modelOf, noise } from '../../testing/models.js';
import { importOnnx } from '../import-onnx.js';
import { encodeModel } from '../proto/encode-model.js';
import type { FunctionProto } from '../proto/function-proto.js';
import { made, makeAttribute, makeFloats, makeNode } from '../proto/make.js';
import type { NodeProto } from '../proto/node-proto.js';

const domain = 'local';

function defined(name: string, nodes: readonly NodeProto[], parts: Partial<FunctionProto> = {}) {
  const opsets = [
    { domain: '', version: 17 },
    { domain, version: 1 },
  ];
  const rim = { inputs: ['a', 'b'], outputs: ['c'], defaults: [], opsets, place: made };
  return { ...rim, name, domain, nodes, ...parts };
}

/** An attribute of a node that stands for one of the call. */
function referring(name: string, reference: string) {
  return { ...makeAttribute(name, { float: 0 }), f: 0, reference };
}

const leaky = makeNode('LeakyRelu', ['t'], ['c']);
const functions: readonly FunctionProto[] = [
  defined(
    'Soft',
    [
      makeNode('Inner', ['a', 'b'], ['t'], {}, { domain }),
      { ...leaky, attributes: [referring('alpha', 'slope')] },
    ],
    { defaults: [makeAttribute('slope', { float: 0.125 })] },
  ),
  defined('Inner', [makeNode('Add', ['a', 'b'], ['c'])]),
];

function model(nodes: readonly NodeProto[], list = functions): Uint8Array {
  const built = modelOf({
    inputs: { x: [2, 3] },
    initializers: [makeFloats('k', [3], [1, -2, 0.5])],
    nodes,
    outputs: ['y'],
  });
  return encodeModel({
    ...built,
    functions: list,
    opsets: [...built.opsets, { domain, version: 1 }],
  });
}

const x = tensor('float32', [2, 3], noise(6, 3));

describe('functions of a file', () => {
  it('stand in the place of their calls, with the attributes of each', async () => {
    const calls = model([
      makeNode('Soft', ['x', 'k'], ['t'], { slope: { float: 0.5 } }, { domain }),
      makeNode('Soft', ['t', 'k'], ['y'], {}, { domain }),
    ]);
    expect(printGraph(importOnnx(calls))).toMatchInlineSnapshot(`
      "graph test
        input x: float32 [2, 3]
        constant k: float32 [3] = [1, -2, 0.5]
        c: float32 [2, 3] = add(a=x, b=k)
        c_2: float32 [2, 3] = leakyRelu(x=c) alpha=0.5
        c_3: float32 [2, 3] = add(a=c_2, b=k)
        c_4: float32 [2, 3] = leakyRelu(x=c_3) alpha=0.125
        output y = c_4"
    `);
    expect(await disagreements(calls, { x })).toEqual([]);
  });

  it('list what they cannot do once a call', () => {
    const odd = defined('Odd', [makeNode('NonZero', ['a'], ['c'], {}, { name: 'seek' })]);
    const calls = model([makeNode('Odd', ['x', 'k'], ['y'], {}, { domain })], [odd]);
    expect(failureOf(() => importOnnx(calls))).toMatchInlineSnapshot(`
      "UnsupportedOpError: this ONNX model cannot be imported:
        NonZero: no such operator is known (1: seek)
        hint: where sizes or inputs decide, pin them with inputShapes or inputValues; else cut the model off before these nodes, or have its exporter write other operators"
    `);
  });

  it('may not call themselves or have one name', () => {
    const endless = defined('Soft', [makeNode('Soft', ['a', 'b'], ['c'], {}, { domain })]);
    const calls = [makeNode('Soft', ['x', 'k'], ['y'], {}, { domain })];
    expect(failureOf(() => importOnnx(model(calls, [endless])))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, functions[0].node[0] (byte 33): functions call each other over 32 deep"`,
    );
    expect(failureOf(() => importOnnx(model(calls, [endless, endless])))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, functions[1] (byte 80): a second function named "local.Soft""`,
    );
  });
});
