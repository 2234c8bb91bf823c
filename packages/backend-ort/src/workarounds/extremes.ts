import { typeOf, type Value } from '@separable/core';
import type { Site, Workaround } from './workaround.js';

const because = 'https://github.com/microsoft/onnxruntime/issues/10514';

/** Whether a node searches floating-point numbers, which may be NaN. */
function isOneOf(ops: readonly string[]): Workaround['appliesTo'] {
  return (node, graph) =>
    ops.includes(node.op) && typeOf(graph, node.inputs['x'] as string).dtype === 'float32';
}

/**
 * `MaxPool`, `GlobalMaxPool`, `ReduceMax` and `ReduceMin` lose NaN, depending on where it stands. It is
 * looked for on its own and put back in.
 */
export const extremesWithNaN: Workaround = {
  because,
  appliesTo: isOneOf(['reduceMax', 'reduceMin', 'globalMaxPool2d']),
  instead(node, site) {
    const [extreme] = site.again(node.attributes);
    const { keepDims } = node.attributes;
    const axes = node.op === 'globalMaxPool2d' ? [1, 2] : (node.attributes['axes'] as number[]);
    const marks = site.g.reduceMax({ x: nanMarks(site) }, { axes, keepDims: keepDims === true });
    return [withNaN(extreme!, marks, site)];
  },
};

/**
 * `MaxPool` loses NaN, and gives the lowest finite number for a window of nothing but −Infinity: its
 * maximum begins there.
 */
export const maxPoolOfSpecials: Workaround = {
  because,
  appliesTo: isOneOf(['maxPool2d']),
  instead(node, site) {
    const { g, number } = site;
    const x = site.operand('x');
    const [extreme] = site.again(node.attributes);
    const finite = g.where({
      condition: g.equal({ a: x, b: number(-Infinity) }),
      a: number(-1),
      b: number(0),
    });
    const marks = g.where({ condition: g.isNaN({ x }), a: number(1), b: finite });
    const pooled = g.apply('maxPool2d', { x: marks }, node.attributes)[0]!;
    const isNone = g.less({ a: pooled, b: number(-0.5) });
    const low = g.where({ condition: isNone, a: number(-Infinity), b: extreme! });
    return [withNaN(low, pooled, site)];
  },
};

/** `ArgMax` and `ArgMin` compare with NaN in an order that depends on where it stands. */
export const argumentsOfNaN: Workaround = {
  because,
  appliesTo: isOneOf(['argMax', 'argMin']),
  instead(node, site) {
    const { g } = site;
    const [index] = site.again(node.attributes);
    const x = nanMarks(site);
    const axes = [node.attributes['axis'] as number];
    const keepDims = node.attributes['keepDims'] === true;
    const isThere = g.greater({ a: g.reduceMax({ x }, { axes, keepDims }), b: site.number(0.5) });
    const where = g.apply('argMax', { x }, node.attributes)[0]!;
    return [g.where({ condition: isThere, a: where, b: index! })];
  },
};

/** 1 where the operand is NaN, 0 elsewhere. */
function nanMarks({ g, operand, number }: Site): Value {
  return g.where({ condition: g.isNaN({ x: operand('x') }), a: number(1), b: number(0) });
}

function withNaN(found: Value, marks: Value, { g, number }: Site): Value {
  const isThere = g.greater({ a: marks, b: number(0.5) });
  return g.where({ condition: isThere, a: number(NaN), b: found });
}
