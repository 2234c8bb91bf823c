import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder: the nearest one above this code with a workspace file. */
export const root: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The parts of a package manifest that the checks look at. */
export interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly license?: string;
  readonly type?: string;
  readonly packageManager?: string;
  readonly sideEffects?: boolean | readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly engines?: { readonly node?: string };
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: unknown;
  readonly files?: readonly string[];
  readonly repository?: unknown;
  readonly publishConfig?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A package of the workspace. */
export interface Room {
  /** The folder's own name, by which the architecture knows it: `backend-js`. */
  readonly room: string;
  /** The folder relative to the root: `packages/backend-js`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every workspace package, those under `packages/` first. */
export function readRooms(): readonly Room[] {
  return ['packages', 'apps', 'tools'].flatMap((parent) =>
    readdirSync(join(root, parent))
      .filter((name) => existsSync(join(root, parent, name, 'package.json')))
      .sort()
      .map((name) => readRoom(`${parent}/${name}`)),
  );
}

/** The packages that go to the registry. */
export function readPublishableRooms(): readonly Room[] {
  return readRooms().filter((room) => room.manifest.private !== true);
}

/** The root manifest. */
export function readRootManifest(): Manifest {
  return readManifest('package.json');
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no pnpm-workspace.yaml above this file');
  return findRoot(parent);
}

function readRoom(folder: string): Room {
  return { room: basename(folder), folder, manifest: readManifest(`${folder}/package.json`) };
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;
}
