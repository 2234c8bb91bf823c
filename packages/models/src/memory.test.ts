import { js } from '@separable/backend-js';
import { createSession, type Graph, graphCost, tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { mobileNetV1 } from './mobilenet-v1.js';
import { mobileNetV2 } from './mobilenet-v2.js';

it.each([
  { name: 'MobileNetV1', build: mobileNetV1 },
  { name: 'MobileNetV2', build: mobileNetV2 },
])(
  '$name takes one packed copy of its weights and 1.2 × the largest live set',
  async ({ build }) => {
    const graph: Graph = build();
    await using session = await createSession(graph, { backends: [js()] });
    const image = tensor('float32', [1, 224, 224, 3]);
    const outputs = await session.run({ image });
    expect(Object.values(outputs)[0]!.shape).toEqual([1, 1000]);
    const { peak, weightBytes } = graphCost(session.compiled, { image: image.shape });
    const { weights, activations } = session.memory();
    // Panels are padded to four columns and carry a bias each.
    expect(weights).toBeLessThan(1.02 * weightBytes);
    expect(activations).toBeLessThanOrEqual(1.2 * peak.bytes);
  },
);
