import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { survivePipes } from './survive-pipes.js';

describe('a pipe that is closed early', () => {
  it('does not end the command, other failures do', () => {
    const stream = new EventEmitter();
    survivePipes(stream);
    expect(stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).toBe(
      true,
    );
    const full = Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' });
    expect(() => stream.emit('error', full)).toThrow('write ENOSPC');
  });
});
