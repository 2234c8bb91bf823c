import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../repository.js';
import { outcomesOf, printingTests } from './unit-tests.js';

function file(
  status: string,
  tests: readonly { readonly name: string; readonly status: string }[],
) {
  return {
    name: join(root, 'packages/core/src/x.test.ts'),
    status,
    message: status === 'passed' ? '' : 'cannot load it',
    assertionResults: tests.map((test) => ({
      fullName: test.name,
      status: test.status,
      failureMessages: test.status === 'failed' ? ['expected 1 to be 2'] : [],
    })),
  };
}

describe('outcomesOf', () => {
  it('counts skipped tests and files that do not load as failures', () => {
    const tests = [
      { name: 'adds', status: 'passed' },
      { name: 'subtracts', status: 'failed' },
      { name: 'divides', status: 'skipped' },
    ];
    const report = { testResults: [file('failed', tests), file('failed', [])] };
    expect(outcomesOf(report)).toMatchInlineSnapshot(`
      [
        {
          "name": "packages/core/src/x.test.ts > adds",
          "passed": true,
        },
        {
          "detail": "expected 1 to be 2",
          "name": "packages/core/src/x.test.ts > subtracts",
          "passed": false,
        },
        {
          "detail": "the test is skipped",
          "name": "packages/core/src/x.test.ts > divides",
          "passed": false,
        },
        {
          "detail": "cannot load it",
          "name": "packages/core/src/x.test.ts",
          "passed": false,
        },
      ]
    `);
  });
});

describe('printingTests', () => {
  it('names each test that printed, once', () => {
    const line = `${'stdout'} | src/x.test.ts > adds`;
    expect(printingTests(`${line}\nhello\n${line}\n`)).toEqual([
      { name: 'src/x.test.ts > adds', passed: false, detail: 'a test printed' },
    ]);
  });
});
