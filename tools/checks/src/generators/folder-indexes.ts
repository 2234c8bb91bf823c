import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../repository.js';
import type { Generator } from './generator.js';

/** Folders in which every file exports one thing under its own name, and nobody edits the index. */
const folders = [
  'packages/backend-js/src/kernels',
  'packages/conformance/src/cases',
  'packages/conformance/src/oracle/ops',
  'packages/core/src/ops',
];

/** `index.ts` of each folder: `depthwise-conv2d.ts` exports `depthwiseConv2d`. */
export const generator: Generator = {
  name: 'folder indexes',
  generate: async () => new Map(folders.map((folder) => [`${folder}/index.ts`, folderIndex(folder)])),
};

function folderIndex(folder: string): string {
  const stems = readdirSync(join(root, folder))
    .filter((file) => /^[a-z0-9-]+\.ts$/.test(file) && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  const lines = stems.map((stem) => `export { ${camelCase(stem)} } from './${stem}.js';`);
  return `// Generated from the files of this folder by \`pnpm generate\`; do not edit.\n${lines.join('\n')}\n`;
}

function camelCase(stem: string): string {
  return stem.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
