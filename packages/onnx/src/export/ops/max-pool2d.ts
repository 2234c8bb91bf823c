import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import { channelsFirstOrder } from '../order.js';
import { fitsKernel, type PoolWindow, poolWindow } from '../pool-window.js';
import {
  automaticPadding,
  padded,
  padsOf,
  slidingAttributes,
  unpaddedAttributes,
} from '../window.js';

/**
 * `MaxPool`. ONNX Runtime's passes over NaN and starts from the least finite number, so that another
 * pool over what kind of numbers a window holds tells where NaN and −Infinity belong.
 */
export const maxPool2d: Lowerings<'maxPool2d'> = {
  maxPool2d(node) {
    const window = poolWindow(node);
    const x = node.channelsFirst('x');
    const order = channelsFirstOrder(4);
    const greatest = slide(node, x, window);
    if (!node.model.exact) return { name: greatest, order };
    const [nothing, nan] = [node.float(-Infinity), node.float(NaN)];
    const isNothing = node.add('Equal', [x, nothing]);
    const finite = node.add('Where', [isNothing, node.float(0), node.float(1)]);
    const kind = node.add('Where', [node.add('IsNaN', [x]), node.float(2), finite]);
    const kinds = slide(node, kind, window);
    const isEmpty = node.add('Less', [kinds, node.float(0.5)]);
    const hasNaN = node.add('Greater', [kinds, node.float(1.5)]);
    const settled = node.add('Where', [isEmpty, nothing, greatest]);
    return { name: node.add('Where', [hasNaN, nan, settled]), order };
  },
};

function slide(node: NodeExport<'maxPool2d'>, x: string, window: PoolWindow): string {
  const attributes = slidingAttributes(window.windows);
  const pads = padsOf(window.covered);
  if (fitsKernel(pads, window.windows)) return node.add('MaxPool', [x], { ...attributes, pads });
  const auto_pad = pads.every((side) => typeof side === 'number')
    ? undefined
    : automaticPadding(window.windows);
  if (auto_pad !== undefined) return node.add('MaxPool', [x], { ...attributes, auto_pad });
  const all = padded(node, x, window.covered, [node.float(-Infinity)]);
  return node.add('MaxPool', [all], unpaddedAttributes(window.windows));
}
