import type { Activation } from '@separable/core';
import type { Policy } from '../tolerance/policy.js';
import { activate } from './activation.js';
import { blank, type Exact } from './exact.js';
import { addProduct, addTerm, emptySum, store, type Sum } from './sum.js';
import { slide, type Sliding, type WrittenPadding } from './window.js';

interface Geometry {
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  readonly padding: WrittenPadding;
}

interface Convolution {
  readonly x: Exact;
  readonly filter: Exact;
  readonly bias: Exact | undefined;
  readonly geometry: Geometry;
  readonly outputs: number;
  /** Input channels the output channel o sees: from `first`, `count` of them. */
  readonly channels: (o: number) => { readonly first: number; readonly count: number };
  /** Index into the filter of tap (u, v) from the c-th seen channel to o. */
  readonly weight: (u: number, v: number, c: number, o: number) => number;
  readonly activation: Activation | null;
  readonly policy: Policy;
}

/**
 * Direct convolution of an NHWC map: for every output the taps inside the map are added up one by
 * one. A tap outside adds nothing; whether an engine multiplies it by 0 shows when the weight is not
 * finite, and then the output is ambiguous.
 */
export function convolve(given: Convolution): Exact {
  const { x, filter, bias, geometry, outputs, policy } = given;
  const [batch, height, width] = x.shape as [number, number, number, number];
  const [kh, kw] = filter.shape as [number, number];
  const { strides, dilations, padding } = geometry;
  const rows = slide('rows', height, kh, strides[0], dilations[0], padding);
  const columns = slide('columns', width, kw, strides[1], dilations[1], padding);
  const y = blank('float32', [batch, rows.outputs, columns.outputs, outputs]);
  let at = 0;
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < rows.outputs; i++) {
      for (let j = 0; j < columns.outputs; j++) {
        for (let o = 0; o < outputs; o++) {
          const sum = emptySum();
          addWindow(sum, given, { n, rows, i, columns, j, o });
          if (bias !== undefined) addTerm(sum, bias, o);
          store(sum, y, at++, policy, 'convolution');
        }
      }
    }
  }
  return activate(y, given.activation, policy);
}

interface Place {
  readonly n: number;
  readonly rows: Sliding;
  readonly i: number;
  readonly columns: Sliding;
  readonly j: number;
  readonly o: number;
}

function addWindow(sum: Sum, given: Convolution, { n, rows, i, columns, j, o }: Place): void {
  const { x, filter, channels, weight } = given;
  const [, height, width, depth] = x.shape as [number, number, number, number];
  const { first, count } = channels(o);
  for (let u = 0; u < rows.kernel; u++) {
    const row = i * rows.stride + u * rows.dilation - rows.before;
    for (let v = 0; v < columns.kernel; v++) {
      const column = j * columns.stride + v * columns.dilation - columns.before;
      const inside = row >= 0 && row < height && column >= 0 && column < width;
      for (let c = 0; c < count; c++) {
        const w = weight(u, v, c, o);
        if (inside)
          addProduct(sum, x, ((n * height + row) * width + column) * depth + first + c, filter, w);
        else if (!Number.isFinite(filter.value[w]!)) sum.inherited = Infinity;
      }
    }
  }
}
