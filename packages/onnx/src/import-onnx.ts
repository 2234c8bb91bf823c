import { type Graph, ImportError } from '@separable/core';
import { importGraph, type ImportNote } from './import/import-graph.js';
import { type InputValues, withValues } from './import/input-values.js';
import type { InputShapes } from './import/inputs.js';
import { decodeModel } from './proto/model-proto.js';
import type { ExternalData } from './tensor/external-data.js';

/** Options of {@link importOnnx}. */
export interface ImportOptions {
  /**
   * Shapes of inputs in ONNX's order of axes, to pin or name sizes the file leaves open. A size
   * pinned for one input holds for every input whose dimension has the same name.
   */
  readonly inputShapes?: InputShapes;
  /**
   * Values of inputs that are fixed when the model is imported, such as a switch or a sampling rate
   * that decides which branch of an `If` there is. These are no inputs of the graph.
   */
  readonly inputValues?: InputValues;
  /** Is told, when the import is done, where the graph computes in other numbers than the file says. */
  readonly onNote?: (note: ImportNote) => void;
  /** Reads tensors that stand in files beside the model. */
  readonly externalData?: ExternalData;
}

const opsets = { first: 7, last: 22 } as const;

/**
 * Imports an ONNX model of opset 7 to 22 as a graph.
 *
 * Inputs and outputs keep ONNX's names and order of axes (images are `[N, C, H, W]`); inside, feature
 * maps are NHWC, with transposes at the rim that passes cancel. Named dimensions stay open: the graph
 * runs at every size that fits. What the file computes from shapes becomes dimension expressions.
 *
 * float16, bfloat16 and double become float32; every integer but uint8 becomes int32.
 *
 * Source: the ONNX operator specification, opsets 7 to 22.
 *
 * @throws ImportError naming the place in the file of what is wrong there
 * @throws UnsupportedOpError listing every node that the op table cannot compute
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { printGraph } from '@separable/core';
 * import { importOnnx } from '@separable/onnx';
 * export function show(file: string): string {
 *   return printGraph(importOnnx(readFileSync(file)));
 * }
 * ```
 */
export function importOnnx(bytes: Uint8Array, options: ImportOptions = {}): Graph {
  const model = decodeModel(bytes);
  if (model.graph === undefined) {
    throw new ImportError(`these ${bytes.length} bytes are no ONNX model: they hold no graph`);
  }
  const opset = model.opsets.find(({ domain }) => domain === '' || domain === 'ai.onnx')?.version;
  if (opset === undefined) throw new ImportError('the ONNX model does not say which opset it uses');
  if (opset < opsets.first || opset > opsets.last) {
    throw new ImportError(
      `the ONNX model uses opset ${opset}; ${opsets.first} to ${opsets.last} are supported`,
    );
  }
  const { inputShapes = {}, inputValues = {}, externalData, onNote } = options;
  return importGraph(withValues(model.graph, inputValues), {
    opset,
    inputShapes,
    externalData,
    onNote,
    functions: model.functions,
  });
}
