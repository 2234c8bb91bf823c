import { evaluateGraph } from '@separable/conformance';
import { tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { modelOf } from '../testing/models.js';
import { runOnnxruntime } from '../testing/onnxruntime.js';
import { importOnnx } from './import-onnx.js';
import type { ImportNote } from './import/import-graph.js';
import { elementTypes } from './proto/element-types.js';
import { encodeModel } from './proto/encode-model.js';
import { makeNode, makeTensor } from './proto/make.js';

/** The bits of 0, ½, −½, 1 and −1 as float16. */
const halves = [0x0000, 0x3800, 0xb800, 0x3c00, 0xbc00];

// Every sum of this network is a small multiple of ⅛, which float16 holds exactly.
const model = encodeModel(
  modelOf({
    inputs: { x: [1, 2, 4, 4] },
    initializers: [
      makeTensor('float16', [3, 2, 3, 3], {
        name: 'w',
        int32Data: Int32Array.from({ length: 54 }, (_, i) => halves[(i * 7) % 5]!),
      }),
      makeTensor('float16', [3], { name: 'b', int32Data: Int32Array.of(0x3c00, 0xb800, 0) }),
    ],
    nodes: [
      makeNode('Cast', ['x'], ['half'], { to: elementTypes.float16 }),
      makeNode('Conv', ['half', 'w', 'b'], ['c'], { pads: [1, 1, 1, 1] }),
      makeNode('Relu', ['c'], ['r']),
      makeNode('Cast', ['r'], ['y'], { to: elementTypes.float }),
    ],
    outputs: ['y'],
  }),
);

it('a float16 network gives the numbers of onnxruntime-web, and says that it is float32 here', async () => {
  const x = tensor(
    'float32',
    [1, 2, 4, 4],
    Array.from({ length: 32 }, (_, i) => (i % 9) / 4 - 1),
  );
  const notes: ImportNote[] = [];
  const graph = importOnnx(model, { onNote: (note) => notes.push(note) });
  expect(notes).toEqual([{ text: 'float16 is computed in float32', nodes: ['w', 'b'] }]);
  const { y } = evaluateGraph(graph, { x }).outputs;
  const { y: wanted } = await runOnnxruntime(model, { x });
  expect([...y!.value]).toEqual([...wanted!.data]);
  expect(new Set(y!.value).size).toBeGreaterThan(5);
});
