export { importTfjs } from './import-tfjs.js';
export type { ImportOptions, TfjsFiles } from './import-tfjs.js';
export { loadTfjs } from './load/load-tfjs.js';
export type { LoadOptions, LoadProgress } from './load/load-tfjs.js';
export type { ReadModelFile } from './load/read-model-file.js';
