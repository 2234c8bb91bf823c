import { describe, expect, it } from 'vitest';
import { printingTests } from './printing-tests.js';

describe('printingTests', () => {
  it('names each test that printed, once', () => {
    const line = `${'stdout'} | src/x.test.ts > adds`;
    expect(printingTests(`${line}\nhello\n${line}\n`)).toEqual([
      { name: 'src/x.test.ts > adds', verdict: 'failed', detail: 'a test printed' },
    ]);
  });
});
