import { expect, it } from 'vitest';
import { clockSpeed } from './clock-speed.js';

it('is that of a processor', () => {
  expect(clockSpeed()).toBeGreaterThan(1e8);
  expect(clockSpeed()).toBeLessThan(1e10);
});
