import { afterAll, describe, expect, it } from 'vitest';
import { referenceProvider } from '../self-test/reference-backend.js';
import { registerConformance, type TestBody } from './register-conformance.js';

registerConformance({
  provider: referenceProvider(),
  describe,
  it,
  after: afterAll,
  filter: /^relu\/|^conv1d\/symbolic/,
});

/** A runner that only collects. */
function collect(without: readonly string[] = []) {
  const tests = new Map<string, TestBody>();
  const groups: string[] = [];
  const ends: (() => Promise<void>)[] = [];
  const suite = registerConformance({
    provider: referenceProvider({ without }),
    describe: (name, body) => {
      groups.push(name);
      body();
    },
    it: (name, body) => tests.set(name, body),
    after: (body) => ends.push(body),
    filter: /^relu\/(vector|scalar)$/,
    expectedFailures: [{ id: 'relu/scalar', reason: 'known' }],
  });
  return { suite, tests, groups, ends };
}

describe('registering with a runner', () => {
  it('makes a group for the provider, one for each op, and a test for each case', () => {
    const { groups, tests, ends } = collect();
    expect(groups).toEqual(['conformance of reference', 'relu']);
    expect([...tests.keys()]).toEqual(['relu/vector', 'relu/scalar']);
    expect(ends).toHaveLength(1);
  });

  it('fails a test by throwing, and keeps the report', async () => {
    const { tests, suite } = collect();
    expect(suite.report()).toBeUndefined();
    await tests.get('relu/vector')!.call(undefined);
    await expect(tests.get('relu/scalar')!.call(undefined)).rejects.toThrow(
      'relu/scalar: was expected to fail (known) but passes',
    );
    expect(suite.report()?.counts).toMatchObject({ native: 1, failed: 1 });
  });

  it('skips what is not supported through the context of vitest, node:test or mocha', async () => {
    const { tests, suite } = collect(['relu']);
    const skipped: string[] = [];
    const context = { skip: (reason: string) => skipped.push(reason) };
    await tests.get('relu/vector')!.call(undefined, context);
    await tests.get('relu/scalar')!.call(context);
    await tests.get('relu/vector')!.call(
      undefined,
      Object.assign(() => {}, context),
    );
    expect(skipped).toEqual(Array(3).fill('relu: relu is left out of this reference'));
    expect(suite.report()?.counts.unsupported).toBe(3);
  });
});
