import { js } from '@separable/backend-js';
import { mobileNetV1, mobileNetV2 } from '@separable/models';
import { expect, it } from 'vitest';
import type { Engine } from './contender/contender.js';
import { separableEngine } from './contender/separable.js';
import { tensorflowEngine } from './contender/tensorflow.js';
import { contest } from './contest.js';
import { builtTask } from './task/built-task.js';

const ours = separableEngine('js', js);
const theirs = tensorflowEngine(
  'cpu',
  async () => void (await import('@tensorflow/tfjs-backend-cpu')),
);
const noModel = async (): Promise<never> => Promise.reject(new Error('no model is read'));

it.each([
  { name: 'V1', build: mobileNetV1 },
  { name: 'V2', build: mobileNetV2 },
])(
  'engines take turns and give the same answer to a small Mobile$name',
  async ({ name, build }) => {
    const source = builtTask(name, [1, 32, 32, 3], false, () =>
      build({ alpha: 0.25, resolution: 32 }),
    );
    const progress: string[] = [];
    const onProgress = (text: string): void => void progress.push(text);
    const task = await source.make(noModel);
    const { scores, absent } = await contest(task, [ours, theirs], {
      warmups: 1,
      rounds: 3,
      onProgress,
    });
    expect(absent).toEqual([]);
    expect(scores.map(({ engine, times }) => [engine, times.length])).toEqual([
      ['js', 3],
      ['tfjs-cpu', 3],
    ]);
    expect(scores[1]!.distance).toBeGreaterThan(0);
    expect(scores[1]!.distance).toBeLessThan(1e-5);
    expect(progress.at(-1)).toBe(`${name}: round 3 of 3`);
  },
);

it('tells an engine that refuses from one that is wrong', async () => {
  const source = builtTask('V1', [1, 32, 32, 3], false, () =>
    mobileNetV1({ alpha: 0.25, resolution: 32 }),
  );
  const task = await source.make(noModel);
  const options = { warmups: 0, rounds: 1, onProgress: () => {} };
  const refusing: Engine = {
    name: 'none',
    ours: false,
    open: async () => Promise.reject(new Error('no GPU')),
  };
  const { absent } = await contest(task, [ours, refusing], options);
  expect(absent).toEqual([{ engine: 'none', reason: 'no GPU' }]);
  const wrong: Engine = {
    name: 'wrong',
    ours: false,
    open: async () => ({
      run: async () => new Float32Array(1000).fill(1),
      dispose: async () => {},
    }),
  };
  await expect(contest(task, [ours, wrong], options)).rejects.toThrow(/V1: wrong is .* away/);
});
