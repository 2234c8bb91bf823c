import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// Workspace packages resolve to their sources, so no build is needed to test.
const conditions = ['@separable/source', ...defaultServerConditions];

const rooms = ['packages', 'apps', 'tools'].flatMap((parent) =>
  readdirSync(parent)
    .map((name) => join(parent, name))
    .filter((room) => existsSync(join(room, 'package.json'))),
);

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    passWithNoTests: true,
    // Tests share nothing but memo tables, so files may share a worker's modules: a third of the time.
    isolate: false,
    projects: rooms.map((room) => ({
      extends: true,
      test: {
        name: basename(room),
        // onnxruntime-web has one pool of threads a process, and its tests need several sizes of it.
        isolate: basename(room) === 'backend-ort',
        root: room,
        include: ['src/**/*.test.{ts,mjs}'],
        // Those need a page, or are the matrix of engines: tools/matrix runs them.
        exclude: ['**/node_modules/**', 'src/**/*.{engine,page,plain-page}.test.ts'],
        environment: 'node',
        // Long tests share two cores with the other checks; one that hangs still ends.
        testTimeout: 60_000,
      },
    })),
  },
});
