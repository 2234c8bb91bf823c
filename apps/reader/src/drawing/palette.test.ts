import { describe, expect, it } from 'vitest';
import { gradeOf } from './palette.js';

describe('gradeOf', () => {
  it.each([
    [1, '95% and more'],
    [0.95, '95% and more'],
    [0.949, '80% to 95%'],
    [0.8, '80% to 95%'],
    [0.5, 'less than 80%'],
    [Number.NaN, 'less than 80%'],
  ])('puts %d with %s', (confidence, label) => {
    expect(gradeOf(confidence).label).toBe(label);
  });
});
