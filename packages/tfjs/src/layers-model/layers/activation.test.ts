import { js } from '@separable/backend-js';
import { createSession, tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { importTfjs } from '../../import-tfjs.js';

async function run(className: string, settings: object, x: readonly number[]): Promise<number[]> {
  const config = [
    { class_name: 'InputLayer', config: { name: 'x', batch_input_shape: [null] } },
    { class_name: className, config: { name: 'y', ...settings } },
  ];
  const modelJson = JSON.stringify({ modelTopology: { class_name: 'Sequential', config } });
  const graph = importTfjs({ modelJson, shards: new Map() });
  await using session = await createSession(graph, { backends: [js()] });
  const { y } = await session.run({ x: tensor('float32', [x.length], x) });
  return Array.from(y!.data);
}

// TensorFlow.js refuses these settings, so what Keras documents is worked out by hand.
it('ReLU with a slope, a threshold and a maximum', async () => {
  // max_value where x ≥ max_value, x from the threshold up, negative_slope · (x − threshold) below.
  const settings = { max_value: 5, negative_slope: 0.5, threshold: 1 };
  expect(await run('ReLU', settings, [-2, 0.5, 1, 3, 9])).toEqual([-1.5, -0.25, 1, 3, 5]);
  expect(await run('ReLU', { negative_slope: 0.25 }, [-2, 0, 3])).toEqual([-0.5, 0, 3]);
});

it('ELU with an alpha', async () => {
  const [y] = await run('ELU', { alpha: 0.5 }, [-1]);
  expect(y).toBeCloseTo(0.5 * (Math.exp(-1) - 1), 6);
});

it('LeakyReLU under either name of its slope', async () => {
  expect(await run('LeakyReLU', { alpha: 0.25 }, [-2, 2])).toEqual([-0.5, 2]);
  expect(await run('LeakyReLU', { negative_slope: 0.25 }, [-2, 2])).toEqual([-0.5, 2]);
});
