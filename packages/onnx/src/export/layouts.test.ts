import { compareOutputs, evaluateGraph } from '@separable/conformance';
import { printGraph } from '@separable/core';
import { expect, it } from 'vitest';
import { layoutGraph } from '../../testing/layouts.js';
import { runOnnxruntime } from '../../testing/onnxruntime.js';
import { exportOnnx } from './export-onnx.js';

const seeds = Array.from({ length: 60 }, (_, seed) => seed);

it('keeps track of the order of axes', async () => {
  for (const seed of seeds) {
    const { graph, inputs } = layoutGraph(seed);
    const got = await runOnnxruntime(exportOnnx(graph), inputs);
    const { problems } = compareOutputs(got, evaluateGraph(graph, inputs).outputs);
    expect({ problems, graph: printGraph(graph) }).toMatchObject({ problems: [] });
  }
});
