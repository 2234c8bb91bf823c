import { describe, expect, it } from 'vitest';
import { nodeVersionComplaint } from './node-version.mjs';

describe('nodeVersionComplaint', () => {
  it('accepts the oldest version in the range and everything after it', () => {
    for (const running of ['20.19.0', '20.20.2', '22.0.0', '100.1.0']) {
      expect(nodeVersionComplaint(running, '>=20.19.0')).toBeUndefined();
    }
  });

  it('names both versions and what to do when Node is too old', () => {
    expect(nodeVersionComplaint('20.18.3', '>=20.19.0')).toMatchInlineSnapshot(`
      "Separable needs Node >=20.19.0, and this is Node 20.18.3.
      Install a newer one from https://nodejs.org and run the same command again."
    `);
  });

  it('compares numbers, not text', () => {
    expect(nodeVersionComplaint('9.99.0', '>=20.19.0')).toContain('this is Node 9.99.0');
  });
});
