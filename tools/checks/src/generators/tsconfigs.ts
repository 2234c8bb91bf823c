import { type Room, readRooms } from '../repository.js';
import type { Generator } from './generator.js';

const note = '// Written by `pnpm generate` from the workspace manifests; do not edit.\n';

/**
 * Rooms that run on Node, or in the case of onnx and tfjs have an entry that does; all others are built
 * without its types.
 */
const withNodeTypes = new Set([
  'cli',
  'onnx',
  'tfjs',
  'reader',
  'bench',
  'checks',
  'matrix',
  'real-files',
]);

/** TypeScript's project references, kept equal to the dependencies in the manifests. */
export const generator: Generator = {
  name: 'tsconfigs',
  generate: async () => {
    const rooms = readRooms();
    const files = new Map([['tsconfig.json', rootConfig(rooms)]]);
    for (const room of rooms.filter(isBuilt)) {
      files.set(`${room.folder}/tsconfig.build.json`, buildConfig(room, rooms));
      files.set(`${room.folder}/tsconfig.json`, checkConfig(room, rooms));
    }
    return files;
  },
};

/** What is emitted and published: no tests, and no Node types where any runtime will do. */
function buildConfig(room: Room, rooms: readonly Room[]): string {
  return text({
    extends: '../../tools/tsconfig/base.json',
    compilerOptions: {
      composite: true,
      rootDir: 'src',
      outDir: 'dist',
      tsBuildInfoFile: 'dist/.tsbuildinfo',
      ...(withNodeTypes.has(room.room) ? { types: ['node'] } : {}),
    },
    include: ['src'],
    exclude: ['src/**/*.test.ts'],
    references: references(rooms, room.manifest.dependencies),
  });
}

/** What editors and the type check see: sources and tests together, emitting nothing. */
function checkConfig(room: Room, rooms: readonly Room[]): string {
  const { dependencies, devDependencies } = room.manifest;
  return text({
    extends: '../../tools/tsconfig/base.json',
    compilerOptions: {
      noEmit: true,
      incremental: true,
      tsBuildInfoFile: 'node_modules/.cache/typecheck.tsbuildinfo',
      types: ['node'],
    },
    include: ['src'],
    references: references(rooms, { ...dependencies, ...devDependencies }),
  });
}

function rootConfig(rooms: readonly Room[]): string {
  const paths = rooms.flatMap((room) => [
    ...(isBuilt(room) ? [`${room.folder}/tsconfig.build.json`] : []),
    `${room.folder}/tsconfig.json`,
  ]);
  return text({ files: [], references: paths.map((path) => ({ path })) });
}

function references(
  rooms: readonly Room[],
  dependencies: Readonly<Record<string, string>> = {},
): readonly { readonly path: string }[] {
  return rooms
    .filter(({ manifest }) => manifest.name in dependencies)
    .map(({ folder }) => ({ path: `../../${folder}/tsconfig.build.json` }));
}

/** A room of plain JavaScript has no build, only a type check of its own. */
function isBuilt(room: Room): boolean {
  return room.manifest.scripts?.['build'] !== undefined;
}

function text(config: object): string {
  return `${note}${JSON.stringify(config, null, 2)}\n`;
}
