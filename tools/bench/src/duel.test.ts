import { mobileNetV1, mobileNetV2 } from '@separable/models';
import { expect, it } from 'vitest';
import { duel } from './duel.js';
import { reportText } from './report.js';

it.each([
  { name: 'V1', build: mobileNetV1 },
  { name: 'V2', build: mobileNetV2 },
])('both engines give the same answer to a small Mobile$name', async ({ name, build }) => {
  const resolution = 32;
  const network = {
    name,
    resolution,
    fullOnly: false,
    build: () => build({ alpha: 0.25, resolution }),
  };
  const progress: string[] = [];
  const onProgress = (text: string): void => void progress.push(text);
  const result = await duel(network, { warmups: 1, rounds: 2, onProgress });
  expect(result.distance).toBeLessThan(1e-5);
  expect(result.ratioSpread[0]).toBeLessThanOrEqual(result.ratioSpread[1]);
  expect(progress.at(-1)).toBe(`${name}: round 2 of 2`);
  expect(reportText([result]).split('\n')).toHaveLength(3);
});
