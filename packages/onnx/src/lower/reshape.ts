import { dim, resolveAxis } from '@separable/core';
import { inferReshape, squeezedAxes, unsqueezedAxes } from '../forms/axes.js';
import { errorAt } from '../proto/place.js';
import type { Lowerings } from './lowering.js';

/** Operators that keep the elements and change the shape. */
export const reshape: Lowerings = {
  Reshape: (node) =>
    node.g.reshape({ x: node.value(0) }, { shape: inferReshape(node) }, node.name()),
  Squeeze: (node) =>
    node.g.squeeze({ x: node.value(0) }, { axes: squeezedAxes(node) }, node.name()),
  Unsqueeze: (node) =>
    node.g.expandDims({ x: node.value(0) }, { axes: unsqueezedAxes(node) }, node.name()),
  Flatten: (node) => {
    const shape = node.shape(0);
    const axis = node.attributes.int('axis', 1);
    const at = axis === shape.length ? axis : resolveAxis(axis, Math.max(1, shape.length));
    if (at > shape.length)
      throw errorAt(node.node.place, `Flatten cannot split a value of rank 0 at ${axis}`);
    const to = [dim.product(shape.slice(0, at)), dim.product(shape.slice(at))];
    return node.g.reshape({ x: node.value(0) }, { shape: to }, node.name());
  },
};
