import { describe, expect, it } from 'vitest';
import { main } from '../main.js';
import { absentBackend } from '../testing/altered-backend.js';
import { capturedIo } from '../testing/captured-io.js';

async function backends(...argv: string[]): Promise<{ status: number; out: string }> {
  const table = await import('../backends.js');
  const io = capturedIo('.', {
    js: table.backends['js']!,
    absent: async () => absentBackend,
    broken: () => Promise.reject(new Error("Cannot find package 'engine'")),
  });
  return { status: await main(['backends', ...argv], io), out: io.out() };
}

describe('separable backends', () => {
  it('lists every backend: device and features, or why it is not there', async () => {
    const { status, out } = await backends();
    expect(status).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "backend  there  device, or why not            features
      js       yes    CPU, plain JavaScript         threads: 1
      absent   no     no adapter
      broken   no     Cannot find package 'engine'
      "
    `);
  });

  it('prints JSON', async () => {
    expect(JSON.parse((await backends('--json')).out)).toEqual([
      { backend: 'js', available: true, device: 'CPU, plain JavaScript', features: { threads: 1 } },
      { backend: 'absent', available: false, reason: 'no adapter' },
      { backend: 'broken', available: false, reason: "Cannot find package 'engine'" },
    ]);
  });
});
