import { describe, expect, it } from 'vitest';
import type { Room } from '../repository.js';
import { importDirectionComplaints } from './import-directions.js';

function room(folder: string, dependencies: readonly string[] = []): Room {
  const name = folder.split('/')[1] ?? '';
  return {
    room: name,
    folder,
    manifest: {
      name: `@separable/${name}`,
      dependencies: Object.fromEntries(
        dependencies.map((other) => [`@separable/${other}`, 'workspace:^']),
      ),
    },
  };
}

function file(path: string, specifier: string): { readonly path: string; readonly text: string } {
  return { path, text: `import type { Graph } ${'from'} '${specifier}';` };
}

describe('importDirectionComplaints', () => {
  it('lets a backend import core, and its tests the conformance suite', () => {
    const complaints = importDirectionComplaints(room('packages/backend-js', ['core']), [
      file('packages/backend-js/src/index.ts', '@separable/core'),
      file('packages/backend-js/src/kernels/relu.ts', '../index.js'),
      file('packages/backend-js/src/conformance.test.ts', '@separable/conformance'),
    ]);
    expect(complaints).toEqual([]);
  });

  it('keeps backends apart, also when only a type is imported', () => {
    const complaints = importDirectionComplaints(room('packages/backend-wasm'), [
      file('packages/backend-wasm/src/index.ts', '@separable/backend-js'),
    ]);
    expect(complaints).toEqual([
      'packages/backend-wasm/src/index.ts:1: backend-wasm may not import @separable/backend-js; the arrows are in tools/checks/src/imports/arrows.ts',
    ]);
  });

  it('keeps backends out of the sources and the tests of conformance', () => {
    const complaints = importDirectionComplaints(room('packages/conformance'), [
      file('packages/conformance/src/index.ts', '@separable/backend-js'),
      file('packages/conformance/src/index.test.ts', '@separable/backend-js'),
    ]);
    expect(complaints).toHaveLength(2);
  });

  it('does not let sources import what only tests may', () => {
    const complaints = importDirectionComplaints(room('packages/backend-js'), [
      file('packages/backend-js/src/index.ts', '@separable/conformance'),
    ]);
    expect(complaints).toHaveLength(1);
  });

  it('reads the manifest too', () => {
    expect(importDirectionComplaints(room('packages/core', ['backend-js']), [])).toEqual([
      'packages/core/package.json: dependencies: core may not import @separable/backend-js; the arrows are in tools/checks/src/imports/arrows.ts',
    ]);
  });

  it('refuses relative paths out of the room and paths into a package, on every floor', () => {
    const complaints = importDirectionComplaints(room('apps/reader'), [
      file('apps/reader/src/main.ts', '../../../packages/core/src/index.js'),
      file('apps/reader/src/main.ts', '@separable/core/src/index.js'),
      file('apps/reader/src/main.ts', '@separable/core'),
    ]);
    expect(complaints).toEqual([
      "apps/reader/src/main.ts:1: '../../../packages/core/src/index.js' leaves apps/reader; import the package by its name",
      "apps/reader/src/main.ts:1: '@separable/core/src/index.js' reaches inside a package; import '@separable/core'",
    ]);
  });

  it('asks for arrows when a package is new', () => {
    expect(importDirectionComplaints(room('packages/backend-new'), [])).toEqual([
      'packages/backend-new has no arrows yet: add it to tools/checks/src/imports/arrows.ts',
    ]);
  });
});
