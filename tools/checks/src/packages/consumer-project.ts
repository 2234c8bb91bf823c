import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.js';
import type { PackedPackages } from './packed-packages.js';

/** What a stranger's project would have: strict TypeScript, no Node types, nothing skipped. */
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'ESNext.Disposable', 'DOM'],
  module: 'nodenext',
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  types: [],
};

/**
 * Makes a project outside the workspace, with every tarball installed by pnpm's strict layout, so
 * that a dependency a package forgot to declare is missing here too.
 *
 * @param extra third-party packages for the examples: name → exact version
 * @returns the project's folder
 * @throws Error when the install fails
 */
export async function installConsumer(
  packed: PackedPackages,
  extra: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = join(packed.workFolder, 'consumer');
  const tarballs = Object.fromEntries(
    packed.packages.map(({ room, tarball }) => [room.manifest.name, `file:${tarball}`]),
  );
  writeText(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'consumer',
      private: true,
      type: 'module',
      dependencies: { ...tarballs, ...extra },
      // The packages name each other by version; none is on the registry yet.
      pnpm: { overrides: tarballs },
    }),
  );
  writeText(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, include: ['uses/*.ts'] }),
  );
  for (const { room } of packed.packages) {
    writeText(
      join(folder, 'uses', `${room.room}.ts`),
      `import * as everything from '${room.manifest.name}';\n` +
        'export const names: readonly string[] = Object.keys(everything);\n',
    );
  }
  const install = ['install', '--prefer-offline', '--ignore-workspace', '--ignore-scripts'];
  const result = await runCommand('pnpm', install, { cwd: folder });
  if (result.code !== 0) throw new Error(`pnpm install failed\n${result.output}`);
  return folder;
}

/** Writes a file, making the folders above it. */
export function writeText(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}
