import { bindGraph, createSession, graphBuilder, graphCost, tensor } from '@separable/core';
import { mobileNetV1, mobileNetV2 } from '@separable/models';
import { describe, expect, it } from 'vitest';
import { wasm } from '../provider.js';
import { planGraph } from './plan-graph.js';
import { prepareGraph } from './prepare-graph.js';

const options = {
  instructions: { relaxedMadd: false, keepsOrder: false },
  threads: 1,
  gap: 0,
};

describe('the memory of a plan', () => {
  it.each([
    { name: 'MobileNetV1', build: mobileNetV1, threads: 1 },
    { name: 'MobileNetV2', build: mobileNetV2, threads: 1 },
    { name: 'MobileNetV2', build: mobileNetV2, threads: 2 },
  ])(
    '$name, $threads threads: one copy of the weights, 1.15 × the largest live set and 4 MB',
    async ({ build, threads }) => {
      await using session = await createSession(build(), { backends: [wasm({ threads })] });
      const image = tensor('float32', [1, 224, 224, 3]);
      await session.run({ image });
      const { peak, weightBytes } = graphCost(session.compiled, { image: image.shape });
      const { weights, activations } = session.memory();
      expect(weights).toBeLessThan(1.02 * weightBytes);
      expect(weights + activations).toBeLessThan(1.02 * weightBytes + 1.15 * peak.bytes + 4e6);
    },
  );

  it('refuses tensors that cannot be addressed', async () => {
    const g = graphBuilder('huge');
    const x = g.input('x', 'float32', ['n', 1]);
    g.output('y', g.expand({ x }, { shape: [1, 1 << 20] }));
    const { prepared } = await prepareGraph(g.build());
    const bound = bindGraph(prepared.types, { x: [1024, 1] });
    expect(() => planGraph(prepared, bound, options)).toThrowErrorMatchingInlineSnapshot(`
      [ExecutionError: tensor 'expand' needs 4294967296 bytes, WebAssembly can address 2147483647
        hint: run at a smaller size or batch]
    `);
  });

  it('refuses tensors that cannot be addressed together', async () => {
    const g = graphBuilder('large');
    const x = g.input('x', 'float32', ['n']);
    g.output(
      'y',
      g.transpose({ x: g.reshape({ x }, { shape: [4, -1] }) }, { permutation: [1, 0] }),
    );
    const { prepared } = await prepareGraph(g.build());
    const bound = bindGraph(prepared.types, { x: [400_000_000] });
    expect(() => planGraph(prepared, bound, options)).toThrowErrorMatchingInlineSnapshot(`
      [ExecutionError: graph 'large' needs 3200001024 bytes, WebAssembly can address 2147483647
        hint: run at a smaller size or batch]
    `);
  });
});
