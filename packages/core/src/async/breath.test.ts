import { expect, it } from 'vitest';
import { Breath } from './breath.js';

it('lets timers and messages through and is not due right after', async () => {
  const breath = new Breath();
  expect(breath.due).toBe(true);
  const order: string[] = [];
  setImmediate(() => order.push('another task'));
  await breath.take();
  order.push('resumed');
  expect(order).toEqual(['another task', 'resumed']);
  expect(breath.due).toBe(false);
});

it('works where there is no setImmediate, as in browsers', async () => {
  const scope = globalThis as { setImmediate?: unknown };
  const { setImmediate } = scope;
  try {
    delete scope.setImmediate;
    const breath = new Breath();
    await breath.take();
    expect(breath.due).toBe(false);
  } finally {
    scope.setImmediate = setImmediate;
  }
});
