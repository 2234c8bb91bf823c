import { describe, expect, it } from 'vitest';
import { checkGaps, fillGaps } from './gaps.js';
import { LinearMemory } from '../memory/linear-memory.js';

describe('gaps between blocks', () => {
  it('stay as they were filled', () => {
    const memory = new LinearMemory(1, false);
    fillGaps(memory, [64, 256], 32);
    expect(memory.read('float32', 64, 1)[0]).toBeNaN();
    expect(memory.read('uint8', 63, 1)[0]).toBe(0);
    expect(() => checkGaps(memory, [64, 256], 32)).not.toThrow();
  });

  it('tell of a write beyond a block', () => {
    const memory = new LinearMemory(1, false);
    fillGaps(memory, [64, 256], 32);
    memory.write(260, Uint8Array.of(1));
    expect(() => checkGaps(memory, [64, 256], 32)).toThrowErrorMatchingInlineSnapshot(
      `[ExecutionError: something wrote 4 bytes beyond the block before 256]`,
    );
  });
});
