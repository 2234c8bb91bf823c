import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../../testing/failure.js';
import { single } from '../../testing/models.js';
import { importOnnx } from '../import-onnx.js';
import { makeNode, makeTensor } from '../proto/make.js';
import { externalFolder } from './external-folder.js';

let top: string;

beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'separable-onnx-'));
  mkdirSync(join(top, 'model', 'data'), { recursive: true });
  const bytes = new Uint8Array(Float32Array.of(0, 1, 2, 3).buffer);
  writeFileSync(join(top, 'model', 'data', 'w.bin'), bytes);
  writeFileSync(join(top, 'secret.bin'), bytes);
  symlinkSync(join(top, 'secret.bin'), join(top, 'model', 'link.bin'));
});

afterAll(() => rmSync(top, { recursive: true }));

function importWith(location: string, offset: number): readonly number[] {
  const externalData = [
    { key: 'location', value: location },
    { key: 'offset', value: String(offset) },
  ];
  const w = makeTensor('float', [2], { name: 'w', external: true, externalData });
  const model = single(makeNode('Add', ['x', 'w'], ['y']), [2], [w]);
  const graph = importOnnx(model, { externalData: externalFolder(join(top, 'model')) });
  return [...(graph.constants.get('w')?.data ?? [])];
}

describe('externalFolder', () => {
  it('reads the piece of the file that a tensor needs', () => {
    expect(importWith('data/w.bin', 4)).toEqual([1, 2]);
  });

  it('refuses a link that leads out of the folder', () => {
    expect(failureOf(() => importWith('link.bin', 0))).toMatch(
      /link\.bin leads out of the model's folder$/,
    );
  });

  it('refuses a piece beyond the end of the file', () => {
    expect(failureOf(() => importWith('data/w.bin', 12))).toMatch(
      /the file has 16 bytes, 8 from 12 on were asked for$/,
    );
  });

  it('says which file is missing', () => {
    expect(failureOf(() => importWith('none.bin', 0))).toMatch(
      /"none\.bin" cannot be read: ENOENT/,
    );
  });
});
