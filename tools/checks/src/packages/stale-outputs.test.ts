import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { staleOutputs } from './stale-outputs.js';

describe('staleOutputs', () => {
  it('lists built files whose source is gone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'separable-stale-'));
    mkdirSync(join(folder, 'src', 'ops'), { recursive: true });
    mkdirSync(join(folder, 'dist', 'ops'), { recursive: true });
    writeFileSync(join(folder, 'src', 'ops', 'relu.ts'), '');
    for (const file of ['relu.js', 'relu.d.ts', 'relu.js.map', 'gone.js', 'gone.d.ts.map']) {
      writeFileSync(join(folder, 'dist', 'ops', file), '');
    }
    writeFileSync(join(folder, 'dist', '.tsbuildinfo'), '');
    expect(staleOutputs(folder)).toEqual([
      join('dist', 'ops', 'gone.d.ts.map'),
      join('dist', 'ops', 'gone.js'),
    ]);
  });

  it('finds nothing before the first build', () => {
    expect(staleOutputs(mkdtempSync(join(tmpdir(), 'separable-stale-')))).toEqual([]);
  });
});
