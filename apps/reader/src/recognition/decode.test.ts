import { describe, expect, it } from 'vitest';
import { decode } from './decode.js';

const classes = ['', 'a', 'b', ' '];

/** One step of the answer for each pair: the likeliest class and its probability. */
function answer(...steps: readonly (readonly [number, number])[]): {
  data: Float32Array;
  shape: number[];
} {
  const data = new Float32Array(steps.length * classes.length);
  for (const [step, [best, probability]] of steps.entries()) {
    const rest = (1 - probability) / (classes.length - 1);
    data.fill(rest, step * classes.length, (step + 1) * classes.length);
    data[step * classes.length + best] = probability;
  }
  return { data, shape: [1, steps.length, classes.length] };
}

describe('decode', () => {
  it('merges repeats and drops blanks', () => {
    expect(decode(answer([1, 0.9], [1, 0.9], [0, 0.9], [2, 0.9], [0, 0.9]), classes).text).toBe(
      'ab',
    );
  });

  it('keeps a letter twice when a blank stands between', () => {
    expect(decode(answer([1, 0.9], [0, 0.9], [1, 0.9]), classes).text).toBe('aa');
  });

  it('keeps a space inside and drops it at the ends', () => {
    expect(decode(answer([3, 0.9], [1, 0.9], [3, 0.9], [2, 0.9], [3, 0.9]), classes).text).toBe(
      'a b',
    );
  });

  it('is as confident as the mean of the first step of each character', () => {
    const { confidence } = decode(answer([1, 0.8], [1, 0.5], [0, 1], [2, 0.6]), classes);
    expect(confidence).toBeCloseTo(0.7);
  });

  it('reads nothing from blanks, without confidence', () => {
    expect(decode(answer([0, 0.9], [0, 0.9]), classes)).toEqual({ text: '', confidence: 0 });
  });

  it('refuses an answer with another number of classes', () => {
    const wrong = { data: new Float32Array(10), shape: [1, 2, 5] };
    expect(() => decode(wrong, classes)).toThrowErrorMatchingInlineSnapshot(
      `[Error: recognition answered with shape [1, 2, 5], expected [1, steps, 4]]`,
    );
  });
});
