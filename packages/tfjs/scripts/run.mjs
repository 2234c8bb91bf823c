// Bundles a script of this folder from source and runs it: node scripts/run.mjs fuzz 20000
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build, defaultServerConditions } from 'vite';

const [name, ...rest] = process.argv.slice(2);
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const outDir = path('../node_modules/.cache/scripts');
await build({
  root: path('..'),
  configFile: false,
  logLevel: 'error',
  ssr: {
    noExternal: true,
    resolve: { conditions: ['@separable/source', ...defaultServerConditions] },
  },
  build: {
    ssr: path(`${name}.ts`),
    outDir,
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
  },
});
const { status } = spawnSync(process.execPath, [`${outDir}/${name}.mjs`, ...rest], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
