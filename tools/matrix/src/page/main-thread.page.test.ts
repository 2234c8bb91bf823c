import { js } from '@separable/backend-js';
import { createSession, type Session, tensor } from '@separable/core';
import { mobileNetV2 } from '@separable/models';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../page-commands.js';
import { type Hold, longestHold } from './longest-hold.js';

const resolution = 224;
const image = tensor('float32', [1, resolution, resolution, 3]);
const graph = mobileNetV2({ alpha: 1, resolution });
const holds: Record<string, Hold> = {};

/** Times belong to the machine; what is tested is that the work is cut up at all. */
function isCutUp({ total, longest }: Hold): boolean {
  return total < 100 || longest < 0.9 * total;
}

describe('the main thread', () => {
  let session: Session | undefined;
  afterAll(async () => {
    await session?.[Symbol.asyncDispose]();
    await commands.writeMeasurement('main-thread', holds);
  });

  it('gets its turn while a session is made', async () => {
    holds['createSession'] = await longestHold(async () => {
      session = await createSession(graph, { backends: [js()] });
    });
    expect(holds['createSession']).toSatisfy(isCutUp);
  });

  it('gets its turn while a session runs', async () => {
    holds['first run'] = await longestHold(async () => session?.run({ image }));
    holds['second run'] = await longestHold(async () => session?.run({ image }));
    expect(holds['first run']).toSatisfy(isCutUp);
    expect(holds['second run']).toSatisfy(isCutUp);
  });
});
