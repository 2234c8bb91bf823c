import { createSession, graphBuilder, tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { ort } from './provider.js';

it('finds out about a missing file, and starts once it is told the right place', async () => {
  const missing = ort({ threads: 2, wasmPaths: '/no/such/folder/' });
  // A development server may answer any path with its front page, others with 404.
  await expect(missing.create()).rejects.toThrow(
    /^onnxruntime-web has no WebAssembly: \/no\/such\//,
  );

  const right = ort({ threads: 2 });
  expect(await right.probe()).toMatchObject({
    features: { threads: 2, simd: true, crossOriginIsolated: true },
  });
  const g = graphBuilder('double');
  const x = g.input('x', 'float32', ['n']);
  g.output('y', g.add({ a: x, b: x }));
  await using session = await createSession(g.build(), { backends: [right] });
  const { y } = await session.run({ x: tensor('float32', [2], [1, 2]) });
  expect([...y!.data]).toEqual([2, 4]);
});
