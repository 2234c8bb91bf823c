// Writes `index.ts` of folders in which every file exports one thing under its own name:
// `depthwise-conv2d.ts` exports `depthwiseConv2d`. Where a file spells the capitals otherwise, as
// `is-nan.ts` does with `isNaN`, its own spelling counts. Run with folders as arguments.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const camelCase = (stem) => stem.replaceAll(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** The name a file exports: that of the file in camel case, unless the file spells it otherwise. */
function exportName(folder, stem) {
  const wanted = camelCase(stem);
  const source = readFileSync(join(folder, `${stem}.ts`), 'utf8');
  const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
  return names.find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? wanted;
}

/** The text of a folder's index. */
export function folderIndex(folder) {
  const stems = readdirSync(folder)
    .filter((file) => /^[a-z0-9-]+\.ts$/.test(file) && file !== 'index.ts')
    .map((file) => file.slice(0, -3))
    .sort();
  const lines = stems.map((stem) => `export { ${exportName(folder, stem)} } from './${stem}.js';`);
  return `// Generated from the files of this folder by \`pnpm generate\`; do not edit.\n${lines.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const folder of process.argv.slice(2))
    writeFileSync(join(folder, 'index.ts'), folderIndex(folder));
}
