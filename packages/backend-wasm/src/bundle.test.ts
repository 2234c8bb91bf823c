import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';

/** A program that depends on all that bundlers could break: modules, shared memory, workers. */
const program = fileURLToPath(new URL('testing/bundled-program.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'separable-bundle-'));
const conditions = ['@separable/source'];

afterAll(() => rmSync(folder, { recursive: true }));

async function withVite(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: {
        input: program,
        output: { entryFileNames: 'vite.mjs', codeSplitting: false },
      },
    },
  });
  return join(folder, 'vite.mjs');
}

async function withEsbuild(): Promise<string> {
  const outfile = join(folder, 'esbuild.mjs');
  const target = 'node20';
  const entryPoints = [program];
  const options = { bundle: true, minify: true, format: 'esm', target, conditions } as const;
  await esbuild.build({ ...options, entryPoints, outfile });
  return outfile;
}

describe.each([
  ['vite', withVite],
  ['esbuild', withEsbuild],
])('a minified bundle by %s', (_, bundle) => {
  it('computes on two threads and generates no JavaScript', async () => {
    const file = await bundle();
    const output = execFileSync(process.execPath, [file], { encoding: 'utf8' });
    expect(JSON.parse(output)).toEqual({ threads: 2, workers: 1, equal: true });
    const generates = /new Function|\beval\(|\bFunction\(/.test(readFileSync(file, 'utf8'));
    expect(generates).toBe(false);
  });
});
