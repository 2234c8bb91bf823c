import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { js } from '@separable/backend-js';
import type { Report } from '@separable/conformance';
import type { TensorMap } from '@separable/core';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../main.js';
import { absentBackend, alteredBackend } from '../testing/altered-backend.js';
import { capturedIo } from '../testing/captured-io.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

const folder = temporaryFolder();
afterAll(folder.remove);

function doubled(outputs: TensorMap): TensorMap {
  const entries = Object.entries(outputs).map(([name, t]) => [
    name,
    { ...t, data: t.data.map((v) => 2 * v) },
  ]);
  return Object.fromEntries(entries) as TensorMap;
}

const backends = {
  js: async () => js(),
  doubling: async () => alteredBackend('doubling', { outputs: doubled }),
  absent: async () => absentBackend,
};

async function conformance(
  ...argv: string[]
): Promise<{ status: number; out: string; err: string }> {
  const io = capturedIo(folder.path, backends);
  const status = await main(['conformance', ...argv], io);
  return { status, out: io.out(), err: io.err() };
}

describe('separable conformance', () => {
  it('prints the table and writes the report', async () => {
    const { status, out, err } = await conformance('--backend', 'js', '--filter', 'maxPool2d/');
    expect(status).toBe(0);
    expect(out).toMatch(/^conformance of js on .*\n/);
    expect(out).toMatch(/maxPool2d +\d+ +\d+ /);
    expect(err).toMatch(/^running \d+ cases on js\nthe report is in conformance-js\.json\n$/);
    const report = JSON.parse(
      readFileSync(join(folder.path, 'conformance-js.json'), 'utf8'),
    ) as Report;
    expect(report).toMatchObject({
      schema: 'separable-conformance/1',
      backend: 'js',
      counts: { failed: 0 },
    });
  });

  it('gives status 1 and the reasons when a case fails', async () => {
    const { status, out } = await conformance(
      '--backend',
      'doubling',
      '--filter',
      'relu/',
      '--json',
      'doubling.json',
    );
    expect(status).toBe(1);
    expect(out).toContain('FAILED relu/');
  });

  it('prints nothing but the report with --json -', async () => {
    const { status, out } = await conformance(
      '--backend',
      'doubling',
      '--filter',
      'relu/',
      '--tag',
      'required',
      '--json',
      '-',
    );
    expect(status).toBe(1);
    const { results } = JSON.parse(out) as Report;
    expect(results.every(({ tags }) => tags.includes('required'))).toBe(true);
  });

  it('gives status 4 when the engine is not there', async () => {
    const { status, out } = await conformance(
      '--backend',
      'absent',
      '--filter',
      'relu/',
      '--json',
      '-',
    );
    expect(status).toBe(4);
    expect((JSON.parse(out) as Report).results[0]).toMatchObject({
      verdict: 'notRun',
      reason: 'no adapter',
    });
  });

  it('refuses a selection that selects nothing, and reports that cannot be written', async () => {
    expect(await conformance('--filter', 'no such case')).toEqual({
      status: 2,
      out: '',
      err: 'separable: no case fits --filter and --tag\n',
    });
    const { status, err } = await conformance('--tag', 'hard');
    expect(status).toBe(2);
    expect(err).toMatch(
      /^separable: --tag: no case has the tag 'hard'\n {2}hint: tags: .*required/,
    );
    expect((await conformance('--filter', 'relu/', '--json', 'no/folder/report.json')).status).toBe(
      3,
    );
  });
});
