import { js } from '@separable/backend-js';
import { allCases, compareOutputs, type ComputeCase, evaluateGraph } from '@separable/conformance';
import { createSession } from '@separable/core';
import { expect, it } from 'vitest';
import { importOnnx } from '../import-onnx.js';
import { exportOnnx } from './export-onnx.js';

/** Every twelfth case. */
const sample = allCases()
  .filter((one): one is ComputeCase => one.kind === 'compute' && one.rejects === undefined)
  .filter((_, i) => i % 12 === 1);

it('imports what it exports as a graph of the same numbers', async () => {
  const apart: string[] = [];
  for (const one of sample) {
    const { graph, inputs } = one.build();
    const again = importOnnx(exportOnnx(graph, { numerics: 'plain' }));
    await using session = await createSession(again, { backends: [js()] });
    const got = await session.run(inputs);
    const { problems } = compareOutputs(got, evaluateGraph(graph, inputs).outputs, one.signedZero);
    if (problems.length > 0) apart.push(`${one.id}: ${problems.join('; ')}`);
  }
  expect(apart).toEqual([]);
  expect(sample.length).toBeGreaterThan(300);
}, 60_000);
