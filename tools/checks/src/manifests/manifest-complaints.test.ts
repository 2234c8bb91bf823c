import { describe, expect, it } from 'vitest';
import { readRooms, readRootManifest } from '../repository.js';
import { manifestComplaints, versionConflicts } from './manifest-complaints.js';

const root = readRootManifest();
const core = readRooms().find((room) => room.room === 'core')!;

describe('manifestComplaints', () => {
  it('names each field that strays', () => {
    const manifest = {
      ...core.manifest,
      sideEffects: true,
      engines: { node: '>=18' },
      exports: { '.': './dist/index.js', './package.json': './package.json' },
      dependencies: { leftpad: '^1.0.0', '@separable/onnx': '0.1.0' },
    };
    expect(manifestComplaints({ ...core, manifest }, root)).toMatchInlineSnapshot(`
      [
        "packages/core/package.json: leftpad: expected an exact version, got ^1.0.0",
        "packages/core/package.json: @separable/onnx: expected workspace:^, got 0.1.0",
        "packages/core/package.json: engines.node: expected >=20.19.0, as in the root",
        "packages/core/package.json: sideEffects: expected false",
        "packages/core/package.json: exports['.']: expected {"@separable/source":"./src/index.ts","types":"./dist/index.d.ts","default":"./dist/index.js"}, in this order",
      ]
    `);
  });

  it('accepts every manifest of this repository', () => {
    expect(readRooms().flatMap((room) => manifestComplaints(room, root))).toEqual([]);
  });
});

describe('versionConflicts', () => {
  it('names what is pinned at two versions', () => {
    const one = { name: 'one', dependencies: { esbuild: '0.28.2' } };
    const two = { name: 'two', devDependencies: { esbuild: '0.27.0', knip: '6.44.2' } };
    expect(versionConflicts([one, two])).toEqual(['esbuild is pinned at 0.28.2 and 0.27.0']);
  });
});
