import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentStamp, hasStamp, writeStamp } from './content-stamp.mjs';
import { manifest, root } from './repository.mjs';
import { runStep } from './run-step.mjs';

const workspaceParents = ['packages', 'apps', 'tools'];

/**
 * Installs exactly what the lockfile says, unless that was done before. pnpm itself is fetched
 * with npx at the version the root manifest pins, so a machine needs nothing but Node and npm.
 *
 * @returns {Promise<void>}
 */
export async function installIfNeeded() {
  // Inside node_modules: whoever deletes that folder deletes the stamp with it.
  const stampFile = join(root, 'node_modules', '.separable', 'installed');
  const stamp = contentStamp(
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']
      .map((name) => join(root, name))
      .concat(workspaceManifests()),
    [process.platform, process.arch],
  );
  if (hasStamp(stampFile, stamp) && everyPackageIsLinked()) return;

  const pnpm = manifest.packageManager.split('+')[0];
  const args = ['--yes', pnpm, 'install', '--frozen-lockfile', '--prefer-offline'];
  await runStep('Installing pinned dependencies', 'npx', args);
  writeStamp(stampFile, stamp);
}

/** @returns {string[]} */
function workspaceManifests() {
  return workspaceFolders().map((folder) => join(folder, 'package.json'));
}

/** Folders with dependencies have a node_modules of their own once pnpm has been there. */
function everyPackageIsLinked() {
  return existsSync(join(root, 'apps', 'reader', 'node_modules'));
}

/** @returns {string[]} */
function workspaceFolders() {
  return workspaceParents
    .flatMap((parent) =>
      readdirSync(join(root, parent)).map((folder) => join(root, parent, folder)),
    )
    .filter((folder) => existsSync(join(folder, 'package.json')));
}
