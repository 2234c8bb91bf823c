import { graphBuilder, tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { ort } from '../provider.js';

it('runs with one number of threads at a time, and never silently with another', async () => {
  await using two = await ort({ threads: 2 }).create();
  expect(two.device).toBe('CPU, onnxruntime-web, 2 threads');

  const one = ort({ threads: 1 });
  expect(await one.probe()).toMatchInlineSnapshot(`
    {
      "available": false,
      "reason": "onnxruntime-web runs here with 2 threads already and has one pool for all: it cannot run with 1 thread as well",
    }
  `);
  await expect(one.create()).rejects.toThrowErrorMatchingInlineSnapshot(
    `
    [BackendUnavailableError: onnxruntime-web runs here with 2 threads already and has one pool for all: it cannot run with 1 thread as well
      hint: give all backends the same threads, or run the other in a worker]
  `,
  );

  // Who does not ask for a number gets the one there is.
  expect(await ort().probe()).toMatchObject({ features: { threads: 2 } });
  await using same = await ort().create();
  const g = graphBuilder('sum');
  const x = g.input('x', 'float32', ['n']);
  g.output('y', g.add({ a: x, b: x }));
  await using executable = await same.compile(g.build());
  const { y } = await executable.run({ x: tensor('float32', [2], [1, 2]) });
  expect([...y!.data]).toEqual([2, 4]);
});
