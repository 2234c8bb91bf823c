import { floatOnly } from '../op/definition.js';
import { reduction, type ReductionOp } from '../op/reduction.js';

const greatestFloat = 3.4028234663852886e38;

/**
 * `ln(Σ exp(x))` without overflow: `m + ln(Σ exp(x − m))` with m the greatest element. −Infinity of no
 * elements and of −Infinity alone, Infinity beside Infinity.
 *
 * Source: ONNX ReduceLogSumExp-18; Blanchard, Higham & Higham, "Accurately computing the log-sum-exp
 * and softmax functions" (2021).
 */
export const reduceLogSumExp: ReductionOp = reduction({
  name: 'reduceLogSumExp',
  dtypes: floatOnly,
  decompose(g, { x }, { axes, keepDims }) {
    // A finite shift keeps Infinity − Infinity out.
    const shift = (keep: boolean) =>
      g.clip(
        { x: g.reduceMax({ x }, { axes, keepDims: keep }) },
        { min: -greatestFloat, max: greatestFloat },
      );
    const powers = g.exp({ x: g.sub({ a: x, b: shift(true) }) });
    const sum = g.reduceSum({ x: powers }, { axes, keepDims });
    return [g.add({ a: g.log({ x: sum }), b: shift(keepDims) })];
  },
});
