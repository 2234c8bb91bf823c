import { activate } from '../activation.js';
import { blank, type OracleOp } from '../exact.js';
import { addProduct, addTerm, emptySum, store } from '../sum.js';
import { sides, type WrittenPadding } from '../window.js';

/**
 * `y[n, i·s + u·d − top, j·s + v·d − left, g·M + m] += x[n, i, j, c] · filter[u, v, c, m]`, g the group
 * of c and M the output channels of a group; positions nothing reaches are the bias alone.
 *
 * The SAME kinds give `size · stride` outputs and crop what is over, the odd pixel at the end
 * (`sameLower`: at the start). No pixels in, none out.
 */
export const convTranspose2d: OracleOp<'convTranspose2d'> = ({
  operands: { x, filter, bias },
  attributes: { strides, dilations, padding, outputPadding, groups, activation },
  policy,
}) => {
  const [batch, height, width, depth] = x.shape as [number, number, number, number];
  const [kh, kw, , perGroup] = filter.shape as [number, number, number, number];
  const seen = depth / groups;
  const rows = spread('rows', height, kh, strides[0], dilations[0], padding, outputPadding[0]);
  const columns = spread('columns', width, kw, strides[1], dilations[1], padding, outputPadding[1]);
  const outputs = perGroup * groups;
  const y = blank('float32', [batch, rows.outputs, columns.outputs, outputs]);
  for (let at = 0; at < y.value.length; at++) {
    const o = at % outputs;
    const q = Math.floor(at / outputs) % columns.outputs;
    const p = Math.floor(at / (outputs * columns.outputs)) % rows.outputs;
    const n = Math.floor(at / (outputs * columns.outputs * rows.outputs));
    const first = Math.floor(o / perGroup) * seen;
    const sum = emptySum();
    for (const [i, u] of rows.reaching(p)) {
      for (const [j, v] of columns.reaching(q)) {
        for (let c = first; c < first + seen; c++) {
          const xAt = ((n * height + i) * width + j) * depth + c;
          const wAt = ((u * kw + v) * depth + c) * perGroup + (o % perGroup);
          addProduct(sum, x, xAt, filter, wAt);
        }
      }
    }
    if (bias !== undefined) addTerm(sum, bias, o);
    store(sum, y, at, policy, 'convolution');
  }
  return [activate(y, activation, policy)];
};

interface Spread {
  readonly outputs: number;
  /** Pairs of input position and tap that reach an output position. */
  reaching(output: number): readonly (readonly [number, number])[];
}

function spread(
  axis: 'rows' | 'columns',
  size: number,
  kernel: number,
  stride: number,
  dilation: number,
  padding: WrittenPadding,
  extra: number,
): Spread {
  const full = (size - 1) * stride + (kernel - 1) * dilation + 1 + extra;
  let before: number;
  let outputs: number;
  if (padding === 'same' || padding === 'sameLower') {
    outputs = size * stride;
    const over = Math.max(0, full - outputs);
    before = padding === 'same' ? Math.floor(over / 2) : Math.ceil(over / 2);
  } else {
    const [start, end] = sides(axis, padding);
    before = start;
    outputs = size === 0 ? 0 : full - start - end;
  }
  return {
    outputs,
    reaching(output) {
      const pairs: [number, number][] = [];
      for (let i = 0; i < size; i++) {
        for (let tap = 0; tap < kernel; tap++) {
          if (i * stride + tap * dilation - before === output) pairs.push([i, tap]);
        }
      }
      return pairs;
    },
  };
}
