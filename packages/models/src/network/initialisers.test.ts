import { expect, it } from 'vitest';
import { glorotUniform, heUniform, type Initialiser, truncatedNormal } from './initialisers.js';
import { randomSource } from './random.js';

function drawn(initialise: Initialiser): { mean: number; deviation: number; largest: number } {
  const random = randomSource(3);
  const numbers = Array.from({ length: 20_000 }, () => initialise(random));
  const mean = numbers.reduce((sum, v) => sum + v, 0) / numbers.length;
  const variance = numbers.reduce((sum, v) => sum + (v - mean) ** 2, 0) / numbers.length;
  return { mean, deviation: Math.sqrt(variance), largest: Math.max(...numbers.map(Math.abs)) };
}

it.each([
  // Deviation of a uniform number over ±b: b / √3.
  {
    name: 'heUniform(50)',
    of: heUniform(50),
    deviation: Math.sqrt(2 / 50),
    bound: Math.sqrt(6 / 50),
  },
  {
    name: 'glorotUniform(20, 30)',
    of: glorotUniform(20, 30),
    deviation: Math.sqrt(2 / 50),
    bound: Math.sqrt(6 / 50),
  },
  {
    name: 'truncatedNormal(0.02)',
    of: truncatedNormal(0.02),
    deviation: 0.02,
    bound: 0.02 * 2 * Math.sqrt(3),
  },
])('$name has its deviation and its bound', ({ of, deviation, bound }) => {
  const found = drawn(of);
  expect(Math.abs(found.mean)).toBeLessThan(deviation / 30);
  expect(Math.abs(found.deviation / deviation - 1)).toBeLessThan(0.02);
  expect(found.largest).toBeLessThanOrEqual(bound);
});
