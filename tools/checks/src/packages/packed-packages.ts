import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPublishableRooms, type Room } from '../repository.js';
import { runCommand } from '../run-command.js';

/** A package as it would go to the registry. */
export interface PackedPackage {
  readonly room: Room;
  /** Absolute path of the tarball. */
  readonly tarball: string;
}

/** All tarballs of one run, and a folder outside the workspace to try them in. */
export interface PackedPackages {
  readonly packages: readonly PackedPackage[];
  /** An empty folder; removed, with the tarballs, when the process ends. */
  readonly workFolder: string;
}

let packing: Promise<PackedPackages> | undefined;

/** Packs every publishable package, once a process. Needs a build. */
export function packedPackages(): Promise<PackedPackages> {
  packing ??= packAll();
  return packing;
}

async function packAll(): Promise<PackedPackages> {
  const workFolder = mkdtempSync(join(tmpdir(), 'separable-packages-'));
  process.once('exit', () => {
    rmSync(workFolder, { recursive: true, force: true });
  });
  const tarballs = join(workFolder, 'tarballs');
  const result = await runCommand('pnpm', [
    '--recursive',
    '--filter=./packages/*',
    'pack',
    `--pack-destination=${tarballs}`,
  ]);
  if (result.code !== 0) throw new Error(`pnpm pack failed\n${result.output}`);
  const files = readdirSync(tarballs);
  const packages = readPublishableRooms().map((room) => {
    const file = `separable-${room.room}-${room.manifest.version}.tgz`;
    if (!files.includes(file)) throw new Error(`pnpm pack made no ${file}`);
    return { room, tarball: join(tarballs, file) };
  });
  return { packages, workFolder };
}
