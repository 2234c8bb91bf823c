import { createSession, graphBuilder, tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { ort } from './provider.js';

it('runs on one thread without cross-origin isolation, and says so', async () => {
  expect(await ort().probe()).toMatchObject({
    device: 'CPU, onnxruntime-web, 1 thread',
    features: { threads: 1, crossOriginIsolated: false },
  });
  const g = graphBuilder('double');
  const x = g.input('x', 'float32', ['n']);
  g.output('y', g.add({ a: x, b: x }));
  await using session = await createSession(g.build(), { backends: [ort()] });
  const { y } = await session.run({ x: tensor('float32', [2], [1, 2]) });
  expect([...y!.data]).toEqual([2, 4]);
});

it('refuses threads that it could not have', async () => {
  const two = ort({ threads: 2 });
  expect(await two.probe()).toEqual({
    available: false,
    reason: '2 threads need a page that is cross-origin isolated, and this one is not',
  });
  await expect(two.create()).rejects.toThrowErrorMatchingInlineSnapshot(`
    [BackendUnavailableError: 2 threads need a page that is cross-origin isolated, and this one is not
      hint: leave threads out to get as many as can be had; pages get them with the headers Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp]
  `);
});
