import { resolveAxis, sameShape, scalar, type Value } from '@separable/core';
import { axesFrom } from '../forms/axes.js';
import type { NodeImport } from '../import/node-import.js';
import type { Lowerings } from './lowering.js';

/** `LayerNormalization` over the axes from `axis` on, and its statistics where they are read. */
export const layerNormalization: Lowerings = {
  LayerNormalization(node) {
    const { attributes } = node;
    attributes.ignore('stash_type');
    const x = node.value(0);
    const axis = resolveAxis(attributes.int('axis', -1), x.shape.length);
    const epsilon = attributes.float('epsilon', 1e-5);
    const y = normalised(node, x, axis, epsilon);
    return node.isRead(1) || node.isRead(2) ? [y, ...statistics(node, x, axis, epsilon)] : y;
  },
};

function normalised(node: NodeImport, x: Value, axis: number, epsilon: number): Value {
  const { g } = node;
  const extents = x.shape.slice(axis);
  const operand = (i: number): Value | undefined => (node.has(i) ? node.value(i) : undefined);
  const [scale, offset] = [operand(1), operand(2)];
  if ([scale, offset].every((value) => value === undefined || sameShape(value.shape, extents))) {
    return g.layerNorm({ x, scale, offset }, { axis, epsilon }, node.name());
  }
  // A scale that only broadcasts to the normalised extents is applied afterwards.
  let y = g.layerNorm({ x }, { axis, epsilon }, node.name('normalised'));
  if (scale !== undefined) y = g.mul({ a: y, b: scale }, {}, node.name(offset && 'scaled'));
  return offset === undefined ? y : g.add({ a: y, b: offset }, {}, node.name());
}

/** Mean and reciprocal standard deviation. */
function statistics(node: NodeImport, x: Value, axis: number, epsilon: number): readonly Value[] {
  const { g } = node;
  const options = { axes: axesFrom(axis, x.shape.length), keepDims: true };
  const [, meanName, deviationName] = node.node.outputs;
  const mean = g.reduceMean({ x }, options, meanName || node.name('mean'));
  const centred = g.sub({ a: x, b: mean }, {}, node.name('centred'));
  const variance = g.reduceMean(
    { x: g.mul({ a: centred, b: centred }, {}, node.name('square')) },
    options,
    node.name('variance'),
  );
  const b = g.constant(node.name('epsilon'), scalar('float32', epsilon));
  const raised = g.add({ a: variance, b }, {}, node.name('raised'));
  return [mean, g.rsqrt({ x: raised }, {}, deviationName || node.name('inverseDeviation'))];
}
