import { createSession, graphBuilder, tensor, type TensorMap } from '@separable/core';
import { mobileNetV1, mobileNetV2 } from '@separable/models';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wasm } from '../provider.js';
import { crew } from './crew/crew.js';

const image = tensor(
  'float32',
  [1, 64, 64, 3],
  Float32Array.from({ length: 64 * 64 * 3 }, (_, i) => Math.sin(i)),
);

beforeAll(() => crew.join(2));
beforeAll(() => crew.whenReady(2));
afterAll(() => crew.leave());

describe('threads', () => {
  it.each([
    ['MobileNetV1', mobileNetV1],
    ['MobileNetV2', mobileNetV2],
  ])('give %s the same bits, however many there are', async (_, build) => {
    const graph = build({ alpha: 0.5, resolution: 64, classes: 10 });
    const results: TensorMap[] = [];
    for (const threads of [1, 2, 3]) {
      await using session = await createSession(graph, { backends: [wasm({ threads })] });
      for (let round = 0; round < 3; round++) results.push(await session.run({ image }));
    }
    for (const result of results) expect(result).toEqual(results[0]);
  });

  it('serve sessions that run at once', async () => {
    const graph = mobileNetV1({ alpha: 0.25, resolution: 64, classes: 10 });
    const backends = [wasm({ threads: 2 })];
    await using one = await createSession(graph, { backends });
    await using two = await createSession(graph, { backends });
    const all = await Promise.all([one, two, one, two].map((session) => session.run({ image })));
    for (const result of all) expect(result).toEqual(all[0]);
  });

  it('time every node', async () => {
    const graph = mobileNetV1({ alpha: 0.25, resolution: 64, classes: 10 });
    await using session = await createSession(graph, { backends: [wasm({ threads: 2 })] });
    const times = new Map<string, number>();
    await session.run(
      { image },
      { onNode: ({ node, milliseconds }) => times.set(node, milliseconds) },
    );
    expect([...times.keys()]).toEqual(session.compiled.nodes.map(({ name }) => name));
    expect([...times.values()].every((time) => time >= 0)).toBe(true);
  });
});

it('replaces a worker that has ended', async () => {
  const [member] = crew.ready(1);
  member!.thread.end();
  while (member!.status.state !== 'ended') await new Promise((resolve) => setTimeout(resolve, 1));
  expect(crew.ready(2)).not.toContain(member);
  await crew.whenReady(2);
  const g = graphBuilder('after');
  const x = g.input('x', 'float32', [1, 64, 64, 3]);
  g.output('y', g.relu({ x: g.averagePool2d({ x }, { kernel: 2, strides: 2 }) }));
  await using session = await createSession(g.build(), { backends: [wasm({ threads: 2 })] });
  const { y } = await session.run({ x: tensor('float32', [1, 64, 64, 3]) });
  expect(y!.shape).toEqual([1, 32, 32, 3]);
});
