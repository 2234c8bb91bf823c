import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../repository.js';
import type { Generator } from './generator.js';

/** Folders in which every file exports one thing under its own name, and nobody edits the index. */
const folders = [
  'packages/backend-js/src/kernels',
  'packages/backend-wasm/src/kernels',
  'packages/conformance/src/cases',
  'packages/conformance/src/oracle/ops',
  'packages/core/src/ops',
];

/** `index.ts` of each folder. */
export const generator: Generator = {
  name: 'folder indexes',
  generate: async () =>
    new Map(folders.map((folder) => [`${folder}/index.ts`, folderIndex(folder)])),
};

function folderIndex(folder: string): string {
  const stems = readdirSync(join(root, folder))
    .filter((file) => /^[a-z0-9-]+\.ts$/.test(file) && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  const lines = stems.map((stem) => {
    const name = exportedName(stem, readFileSync(join(root, folder, `${stem}.ts`), 'utf8'));
    return `export { ${name} } from './${stem}.js';`;
  });
  return `// Generated from the files of this folder by \`pnpm generate\`; do not edit.\n${lines.join('\n')}\n`;
}

/** The constant whose name is the file's but for dashes and capitals: `is-nan.ts` exports `isNaN`. */
function exportedName(stem: string, source: string): string {
  const plain = stem.replaceAll('-', '');
  const names = [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => name ?? '');
  const found = names.find((name) => name.toLowerCase() === plain);
  if (found === undefined) throw new Error(`${stem}.ts exports nothing named after itself`);
  return found;
}
