import { graphBuilder } from '@separable/core';
import { expect, it } from 'vitest';
import { decodeModel } from '../proto/model-proto.js';
import { exportOnnx } from './export-onnx.js';

it('keeps the names of inputs and outputs', () => {
  const g = graphBuilder('named');
  const x = g.input('x', 'float32', [1, 4, 4, 2]);
  g.output('y', g.relu({ x: g.maxPool2d({ x }, { kernel: 2 }) }));
  g.output('same', x);
  const { nodes, inputs, outputs } = decodeModel(exportOnnx(g.build())).graph!;
  expect(inputs.map(({ name }) => name)).toEqual(['x']);
  expect(outputs.map(({ name }) => name)).toEqual(['y', 'same']);
  expect(nodes.map(({ opType }) => opType)).toEqual([
    'Transpose',
    'MaxPool',
    'Relu',
    'Transpose',
    'Identity',
  ]);
});
