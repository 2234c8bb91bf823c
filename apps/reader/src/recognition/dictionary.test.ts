import { describe, expect, it } from 'vitest';
import { recognitionClasses } from '../models.js';
import { dictionary } from './dictionary.js';

describe('dictionary', () => {
  it('puts the blank before the entries and the space after them', () => {
    expect(dictionary('a\n疗\n')).toEqual(['', 'a', '疗', ' ']);
  });

  it('takes a file without a final newline, and with carriage returns', () => {
    expect(dictionary('a\r\nb')).toEqual(['', 'a', 'b', ' ']);
  });

  it('gives the 6,625 classes that the network has', async () => {
    const classes = await recognitionClasses();
    expect(classes).toHaveLength(6625);
    expect(new Set(classes).size).toBe(6625);
  });
});
