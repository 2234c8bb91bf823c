import { describe, expect, it } from 'vitest';
import { LinearMemory, pageBytes } from './linear-memory.js';

describe.each([
  ['memory of one thread', false],
  ['shared memory', true],
])('%s', (_, shared) => {
  it('grows by whole pages and keeps what it holds', () => {
    const memory = new LinearMemory(1, shared);
    memory.write(8, Float32Array.of(1.5, -2));
    memory.reserve(pageBytes + 1);
    expect(memory.bytes).toBe(2 * pageBytes);
    memory.reserve(10);
    expect(memory.bytes).toBe(2 * pageBytes);
    expect([...memory.read('float32', 8, 2)]).toEqual([1.5, -2]);
  });

  it('hands out copies that nothing shares', () => {
    const memory = new LinearMemory(1, shared);
    const copy = memory.read('int32', 0, 2);
    memory.write(0, Int32Array.of(7, 8));
    expect([...copy]).toEqual([0, 0]);
    expect(copy.buffer).toBeInstanceOf(ArrayBuffer);
  });
});

it('says what to do when there is no room', () => {
  expect(() => new LinearMemory(2 ** 45, false)).toThrowErrorMatchingInlineSnapshot(`
    [ExecutionError: no room for 35184372088832 bytes of weights and intermediate tensors
      hint: run at a smaller size or batch, or dispose other sessions]
  `);
});
