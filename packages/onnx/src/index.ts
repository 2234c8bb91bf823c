export { importOnnx, type ImportOptions } from './import-onnx.js';
export type { ImportNote } from './import/import-graph.js';
export type { InputValues } from './import/input-values.js';
export type { InputShapes } from './import/inputs.js';
export type { ExternalData, ExternalPiece } from './tensor/external-data.js';
export {
  exportOnnx,
  type ExportOptions,
  exportProblems,
  exportedOperators,
} from './export/export-onnx.js';
