import { describe, expect, it } from 'vitest';
import { added, cell } from './cell.js';

describe('cell', () => {
  it('shows counts with a mark for every verdict but native', () => {
    expect(cell({ native: 25 })).toBe('25');
    expect(cell({ unsupported: 5, native: 20 })).toBe('20 · 5 u');
    expect(cell({ failed: 1, decomposed: 24 })).toBe('24 d · 1 F');
    expect(cell()).toBe('');
  });

  it('adds groups up', () => {
    expect(added([{ native: 2 }, { native: 3, failed: 1 }])).toEqual({ native: 5, failed: 1 });
  });
});
