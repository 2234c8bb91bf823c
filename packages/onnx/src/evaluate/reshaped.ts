import { sizeOf } from '@separable/core';
import type { KnownResult } from '../import/known.js';
import type { NodeImport } from '../import/node-import.js';
import { inferReshape, squeezedAxes, unsqueezedAxes } from '../forms/axes.js';
import type { Evaluators } from './evaluator.js';

function withDims(x: KnownResult, dims: readonly unknown[]): KnownResult | undefined {
  if (!dims.every((d) => typeof d === 'number')) return undefined;
  return sizeOf(dims) === x.elements.length ? { ...x, dims } : undefined;
}

/** Operators that only change the shape of what they get. */
export const reshaped: Evaluators = {
  Identity: (node) => node.known(0),
  Squeeze: (node) => {
    const x = node.known(0);
    if (x === undefined) return undefined;
    const axes = squeezedAxes(node);
    return withDims(
      x,
      x.dims.filter((_, axis) => !axes.includes(axis)),
    );
  },
  Unsqueeze: (node) => {
    const x = node.known(0);
    if (x === undefined) return undefined;
    const dims = [...x.dims];
    for (const axis of unsqueezedAxes(node)) dims.splice(axis, 0, 1);
    return withDims(x, dims);
  },
  Reshape: (node) => {
    const x = node.known(0);
    return x === undefined || node.known(1) === undefined
      ? undefined
      : withDims(x, inferReshape(node));
  },
  Flatten: (node) => flatten(node),
};

function flatten(node: NodeImport): KnownResult | undefined {
  const x = node.known(0);
  if (x === undefined) return undefined;
  const axis = node.attributes.int('axis', 1);
  const at = axis < 0 ? axis + x.dims.length : axis;
  return withDims(x, [sizeOf(x.dims.slice(0, at)), sizeOf(x.dims.slice(at))]);
}
