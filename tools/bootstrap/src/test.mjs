import { nodeVersionComplaint } from './node-version.mjs';

const { manifest, root } = await import('./repository.mjs');
const complaint = nodeVersionComplaint(process.versions.node, manifest.engines.node);
if (complaint) {
  console.error(complaint);
  process.exit(1);
}

const { join } = await import('node:path');
const { pathToFileURL } = await import('node:url');
const { installIfNeeded } = await import('./install.mjs');
const { build } = await import('./build.mjs');
const { StepFailed } = await import('./run-step.mjs');

try {
  await installIfNeeded();
  await build('Building the checks', ['@separable/checks...']);
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const main = join(root, 'tools', 'checks', 'dist', 'main.js');
process.argv[1] = main;
await import(pathToFileURL(main).href);
