import { js } from '@separable/backend-js';
import { compareOutputs, evaluateGraph } from '@separable/conformance';
import { createSession, type Graph, type Tensor, tensor } from '@separable/core';
import { expect, it } from 'vitest';
import {
  conformer,
  convNeXt,
  efficientNetLite,
  mnasNet,
  mobileNetV1,
  mobileNetV2,
  mobileNetV3Large,
  mobileNetV3Small,
  shuffleNetV1,
  shuffleNetV2,
  xception,
} from './index.js';
import { randomSource } from './network/random.js';

const image = { resolution: 32, classes: 10 } as const;

/** Each network at a size that takes a moment, and the shape of what it makes of a batch of one. */
const networks: readonly {
  readonly name: string;
  readonly build: () => Graph;
  readonly made?: readonly number[];
}[] = [
  { name: 'MobileNetV1', build: () => mobileNetV1({ ...image, alpha: 0.25 }) },
  { name: 'MobileNetV2', build: () => mobileNetV2({ ...image, alpha: 0.25 }) },
  { name: 'MobileNetV3-Large', build: () => mobileNetV3Large({ ...image, alpha: 0.25 }) },
  { name: 'MobileNetV3-Small', build: () => mobileNetV3Small({ ...image, alpha: 0.25 }) },
  { name: 'MNASNet', build: () => mnasNet({ ...image, alpha: 0.25 }) },
  { name: 'EfficientNet-Lite0', build: () => efficientNetLite(image) },
  { name: 'ShuffleNetV1', build: () => shuffleNetV1({ ...image, alpha: 0.25 }) },
  { name: 'ShuffleNetV2', build: () => shuffleNetV2({ ...image, alpha: 0.5 }) },
  { name: 'Xception', build: () => xception({ ...image, alpha: 0.125 }) },
  { name: 'ConvNeXt', build: () => convNeXt({ ...image, size: 'atto' }) },
  {
    name: 'Conformer',
    build: () => conformer({ layers: 2, channels: 32, features: 16, kernel: 7 }),
    made: [1, 6, 32],
  },
];

function noise(shape: readonly number[]): Tensor {
  const random = randomSource(7);
  const data = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () =>
    random.uniform(1),
  );
  return tensor('float32', shape, data);
}

it.each(networks)('$name runs and agrees with float64', async ({ build, made = [1, 10] }) => {
  const graph = build();
  const [input] = graph.inputs as [string];
  const shape = graph.values.get(input)!.shape.map((d) => (typeof d === 'number' ? d : 1));
  if (input === 'sound') shape[1] = 23;
  const inputs = { [input]: noise(shape) };
  await using session = await createSession(graph, { backends: [js()], verify: true });
  const outputs = await session.run(inputs);
  const [output] = Object.values(outputs) as [Tensor];
  expect(output.shape).toEqual(made);
  expect(output.data.every(Number.isFinite)).toBe(true);
  // Numbers that all came out alike would agree with anything.
  expect(new Set(output.data).size).toBeGreaterThan(5);
  expect(compareOutputs(outputs, evaluateGraph(graph, inputs).outputs).problems).toEqual([]);
});
