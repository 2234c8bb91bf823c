// Gzip budgets for everything a package exports, in units of 1000 bytes. Workspace packages and
// third-party ones that the package depends on are counted where they live, unless noted.
import { readdirSync, readFileSync } from 'node:fs';

/** Package folder → budget. */
const budgets = {
  core: '30 kB',
  'backend-js': '25 kB',
  'backend-ort': '10 kB',
  'backend-wasm': '35 kB',
  models: '8 kB',
  conformance: '60 kB',
  onnx: '46 kB',
  tfjs: '20 kB',
  cli: '25 kB',
};

/** Packages that only run on Node. */
const nodeOnly = ['cli'];

/**
 * Parts of core that sessions import when they are asked to fall back or to measure: a page that does
 * neither never loads them, so they have a budget of their own.
 */
const loadedOnDemand = ['./regions/*', './fastest/*'];
const budgetWithParts = '39 kB';

const packages = readdirSync('packages').map((room) => {
  const manifest = JSON.parse(readFileSync(`packages/${room}/package.json`, 'utf8'));
  if (!(room in budgets)) throw new Error(`.size-limit.js has no budget for ${room}`);
  return {
    name: manifest.name,
    path: `packages/${room}/dist/index.js`,
    import: '*',
    gzip: true,
    limit: budgets[room],
    ignore: [
      ...Object.keys(manifest.dependencies ?? {}),
      ...(room === 'core' ? loadedOnDemand : []),
    ],
    modifyEsbuildConfig: (config) =>
      nodeOnly.includes(room) ? { ...config, platform: 'node' } : config,
  };
});

export default [
  ...packages,
  {
    name: '@separable/core with the parts loaded on demand',
    path: 'packages/core/dist/index.js',
    import: '*',
    gzip: true,
    limit: budgetWithParts,
    modifyEsbuildConfig: (config) => ({ ...config, splitting: true, format: 'esm' }),
  },
];
