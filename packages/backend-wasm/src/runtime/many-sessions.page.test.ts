import { createSession, graphBuilder, tensor } from '@separable/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wasm } from '../provider.js';
import { crew } from './crew/crew.js';

/** Chromium has room for about 125 memories in a process. */
const sessions = 300;

beforeAll(() => crew.join(2));
afterAll(() => crew.leave());

it('makes and disposes more sessions than there is room for at once', async () => {
  const g = graphBuilder('blur');
  const filter = g.constant(
    'w',
    tensor(
      'float32',
      [3, 3, 8, 1],
      Array.from({ length: 72 }, () => 1),
    ),
  );
  const x = g.input('x', 'float32', [2, 64, 64, 8]);
  g.output('y', g.depthwiseConv2d({ x, filter }));
  const graph = g.build();
  const image = tensor('float32', [2, 64, 64, 8], new Float32Array(65_536).fill(1));
  for (let count = 0; count < sessions; count++) {
    await using session = await createSession(graph, { backends: [wasm({ threads: 2 })] });
    const { y } = await session.run({ x: image });
    expect(y!.data.every((value) => value === 9)).toBe(true);
  }
});
