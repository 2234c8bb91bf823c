import { exportOnnx } from '@separable/onnx';
import { graphBuilder } from '@separable/core';
import * as onnxruntime from 'onnxruntime-web';
import { expect, it } from 'vitest';
import { ort } from '../provider.js';

it('keeps to the threads that other code has started onnxruntime-web with', async () => {
  const g = graphBuilder('theirs');
  g.output('y', g.relu({ x: g.input('x', 'float32', [1]) }));
  onnxruntime.env.wasm.numThreads = 1;
  const theirs = await onnxruntime.InferenceSession.create(exportOnnx(g.build()));

  await expect(ort({ threads: 2 }).create()).rejects.toThrowErrorMatchingInlineSnapshot(`
    [BackendUnavailableError: onnxruntime-web runs here with 1 thread already and has one pool for all: it cannot run with 2 threads as well
      hint: give all backends the same threads, or run the other in a worker]
  `);
  await using ours = await ort().create();
  expect(ours.device).toBe('CPU, onnxruntime-web, 1 thread');
  await theirs.release();
});
