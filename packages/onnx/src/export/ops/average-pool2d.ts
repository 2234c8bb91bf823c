import { type Dim, dim, span, type Window } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import { channelsFirstOrder, type Laid } from '../order.js';
import { fitsKernel, type PoolWindow, poolWindow } from '../pool-window.js';
import {
  areNumbers,
  automaticPadding,
  padded,
  padsOf,
  type SidePadding,
  slidingAttributes,
  unpaddedAttributes,
} from '../window.js';

const order = channelsFirstOrder(4);

/** `AveragePool`, or the mean over all taps divided by the share of those that count. */
export const averagePool2d: Lowerings<'averagePool2d'> = {
  averagePool2d(node) {
    const window = poolWindow(node);
    return direct(node, window) ?? weighted(node, window);
  },
};

/**
 * The operator alone. Not for dilated windows, which may lie on no pixel: ONNX Runtime gives 0 there.
 */
function direct(node: NodeExport<'averagePool2d'>, window: PoolWindow): Laid | undefined {
  const { windows, sides, covered } = window;
  const { countPadding } = node.attributes;
  if (windows.some(({ dilation }) => dilation !== 1)) return undefined;
  // Pixels behind the padding never count, but as padding they would.
  const isWithin = covered.every((side, i) => side.after === sides[i]!.after);
  if (countPadding && !isWithin) return undefined;
  const attributes = {
    ...slidingAttributes(windows),
    count_include_pad: countPadding ? 1 : undefined,
  };
  const x = node.channelsFirst('x');
  const pads = padsOf(window.covered);
  if (fitsKernel(pads, windows))
    return { name: node.add('AveragePool', [x], { ...attributes, pads }), order };
  if (areNumbers(pads)) return undefined;
  const auto_pad = automaticPadding(windows);
  if (auto_pad === undefined) return undefined;
  return { name: node.add('AveragePool', [x], { ...attributes, auto_pad }), order };
}

function weighted(node: NodeExport<'averagePool2d'>, window: PoolWindow): Laid {
  const attributes = unpaddedAttributes(window.windows);
  const x = padded(node, node.channelsFirst('x'), window.covered);
  const mean = node.add('AveragePool', [x], attributes);
  const share = shareOf(node, window);
  return { name: share === undefined ? mean : node.add('Div', [mean, share]), order };
}

/** The share of each window's taps that count, `[1, 1, H', W']`; undefined when all do. */
function shareOf(node: NodeExport<'averagePool2d'>, window: PoolWindow): string | undefined {
  const { countPadding } = node.attributes;
  const { windows, sizes, sides, covered } = window;
  const outputs = node.types[0]!.shape.slice(1, 3);
  const dims = [...sizes, ...outputs, ...padsOf(sides)];
  if (areNumbers(dims)) {
    const [rows, columns] = windows.map((axis, i) =>
      sharesAlong(axis, sizes[i] as number, outputs[i] as number, sides[i]!, countPadding),
    ) as [number[], number[]];
    if ([...rows, ...columns].every((share) => share === 1)) return undefined;
    const shares = rows.flatMap((row) => columns.map((column) => row * column));
    return node.model.constants.floats(shares, [1, 1, rows.length, columns.length]);
  }
  const one = node.model.constants.floats([1], [1, 1, 1, 1]);
  let counting: string = node.add('Expand', [one, node.sizes([1, 1, ...sizes])]);
  if (countPadding) counting = padded(node, counting, sides, [node.float(1)]);
  const behind = covered.map(({ after }, i): SidePadding => {
    return { before: 0, after: dim.subtract(after, sides[i]!.after) };
  });
  const rest = countPadding ? behind : covered;
  return node.add('AveragePool', [padded(node, counting, rest)], unpaddedAttributes(windows));
}

function sharesAlong(
  window: Window,
  size: number,
  outputs: number,
  { before, after }: { readonly before: Dim; readonly after: Dim },
  countPadding: boolean,
): readonly number[] {
  const first = countPadding ? -(before as number) : 0;
  const end = countPadding ? size + (after as number) : size;
  return Array.from({ length: outputs }, (_, i) => {
    const start = i * window.stride - (before as number);
    let count = 0;
    for (let tap = 0; tap < span(window); tap += window.dilation) {
      if (start + tap >= first && start + tap < end) count++;
    }
    return count / window.kernel;
  });
}
