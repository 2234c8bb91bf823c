import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { peersFolder } from './peers.js';

/**
 * Installs what only the bench compares with, once: native ONNX Runtime and a newer Node are too large
 * for everyone's install.
 */
export function installPeers(onProgress: (text: string) => void): void {
  if (existsSync(join(peersFolder, 'node_modules'))) return;
  onProgress('installing the peers of the bench (400 MB, once)');
  const pnpm = join(dirname(createRequire(import.meta.url).resolve('pnpm')), 'bin', 'pnpm.cjs');
  execFileSync(
    process.execPath,
    [pnpm, 'install', '--ignore-workspace', '--ignore-scripts', '--frozen-lockfile'],
    { cwd: peersFolder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}
