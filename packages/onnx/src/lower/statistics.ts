import { scalar } from '@separable/core';
import { Unsupported } from '../import/unsupported.js';
import type { Lowerings } from './lowering.js';

/** Normalisations without parameters, as the reductions they are. */
export const statistics: Lowerings = {
  LpNormalization(node) {
    const { g, attributes } = node;
    const x = node.value(0);
    const order = attributes.int('p', 2);
    const axes = [attributes.int('axis', -1)];
    if (order !== 1 && order !== 2) throw new Unsupported(`it has the norm of order ${order}`);
    const norm = g[order === 1 ? 'reduceL1' : 'reduceL2'](
      { x },
      { axes, keepDims: true },
      node.name('norm'),
    );
    // A row of zeros stays one: it is divided by 1 instead of its norm.
    const [zero, one] = [0, 1].map((n) => g.constant(node.name(`${n}`), scalar('float32', n)));
    const condition = g.equal({ a: norm, b: zero! }, {}, node.name('isZero'));
    const divisor = g.where({ condition, a: one!, b: norm }, {}, node.name('divisor'));
    return g.div({ a: x, b: divisor }, {}, node.name());
  },
  MeanVarianceNormalization(node) {
    const { g } = node;
    const x = node.value(0);
    const axes = node.attributes.ints('axes') ?? [0, 2, 3];
    const options = { axes, keepDims: true };
    const mean = g.reduceMean({ x }, options, node.name('mean'));
    const centred = g.sub({ a: x, b: mean }, {}, node.name('centred'));
    const square = g.mul({ a: centred, b: centred }, {}, node.name('square'));
    const variance = g.reduceMean({ x: square }, options, node.name('variance'));
    const deviation = g.sqrt({ x: variance }, {}, node.name('deviation'));
    const epsilon = g.constant(node.name('epsilon'), scalar('float32', 1e-9));
    const divisor = g.add({ a: deviation, b: epsilon }, {}, node.name('divisor'));
    return g.div({ a: centred, b: divisor }, {}, node.name());
  },
};
