// Runs every generator under src/generators and writes, or with --check compares, its files.
//
// Generators are bundled from source one after another, so this works without a build, and a
// later generator sees what an earlier one wrote: the op index first, what reads the op table
// after it. They run in the order of their file names.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { format } from 'oxfmt';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const checkOnly = process.argv.includes('--check');
const style = JSON.parse(readFileSync(join(root, '.oxfmtrc.json'), 'utf8'));

const folder = join(here, 'src', 'generators');
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'generator.ts')
  .sort();

const stale = [];
for (const source of sources) {
  const generator = await loadGenerator(source);
  for (const [path, text] of await generator.generate()) {
    const wanted = await formatted(path, text);
    if (read(join(root, path)) === wanted) continue;
    if (checkOnly) stale.push(`${path} is stale (generator ${generator.name})`);
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), wanted);
      console.log(`wrote ${path}`);
    }
  }
}
if (stale.length > 0) {
  console.error(`${stale.join('\n')}\nRun \`pnpm generate\` and commit what it writes.`);
  process.exitCode = 1;
}

async function loadGenerator(source) {
  const outfile = join(here, 'node_modules', '.cache', 'generators', `${source}.mjs`);
  await build({
    entryPoints: [join(folder, source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@separable/source'],
    logLevel: 'error',
  });
  const { generator } = await import(pathToFileURL(outfile).href);
  return generator;
}

async function formatted(path, text) {
  const { printWidth, singleQuote } = style;
  const { code, errors } = await format(path, text, { printWidth, singleQuote });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  return code;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
