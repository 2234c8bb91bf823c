import type { Pair, Padding } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import { errorAt } from '../proto/place.js';

/** A sliding window over rows and columns; a window over one axis has rows of extent 1. */
export interface WindowForm {
  readonly kernel: Pair;
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly padding: Padding;
}

/**
 * Reads `kernel_shape`, `strides`, `dilations`, `pads` and `auto_pad`.
 *
 * @param kernel extents of the filter, for nodes that have one
 * @throws Unsupported for windows over three axes and for negative padding
 */
export function windowOf(node: NodeImport, kernel?: readonly number[]): WindowForm {
  const spatial = node.rank(0) - 2;
  if (spatial !== 1 && spatial !== 2) {
    throw new Unsupported(`it slides over ${spatial} axes; 1 and 2 are supported`);
  }
  const declared = node.attributes.ints('kernel_shape');
  const extents = kernel ?? declared;
  if (extents === undefined)
    throw errorAt(node.node.place, `${node.node.opType} needs kernel_shape`);
  if (declared !== undefined && declared.some((extent, axis) => extent !== extents[axis])) {
    const text = `kernel_shape [${declared.join(', ')}] differs from the filter's [${extents.join(', ')}]`;
    throw errorAt(node.node.place, text);
  }
  const pick = (name: string, list: readonly number[] | undefined): Pair =>
    pairOf(node, name, list, spatial);
  return {
    kernel: pick('kernel_shape', extents),
    strides: pick('strides', node.attributes.ints('strides')),
    dilations: pick('dilations', node.attributes.ints('dilations')),
    padding: paddingOf(node, spatial),
  };
}

/** One positive integer an axis; 1 where the list is left out. */
export function pairOf(
  node: NodeImport,
  name: string,
  list: readonly number[] | undefined,
  spatial: number,
): Pair {
  const given = list ?? Array.from({ length: spatial }, () => 1);
  if (given.length !== spatial || given.some((n) => n < 1)) {
    throw errorAt(
      node.node.place,
      `${name} needs ${spatial} positive integers, got [${given.join(', ')}]`,
    );
  }
  return spatial === 1 ? [1, given[0]!] : [given[0]!, given[1]!];
}

/** `auto_pad`, and `pads` as begins followed by ends where it does not decide. */
export function paddingOf(node: NodeImport, spatial: number): Padding {
  const pads = node.attributes.ints('pads');
  const automatic = node.attributes.string('auto_pad', 'NOTSET');
  if (automatic === 'SAME_UPPER') return 'same';
  if (automatic === 'SAME_LOWER') return 'sameLower';
  if (automatic === 'VALID') return 'valid';
  if (automatic !== 'NOTSET') throw errorAt(node.node.place, `auto_pad ${automatic} is unknown`);
  if (pads === undefined || pads.every((pad) => pad === 0)) return 'valid';
  if (pads.length !== 2 * spatial) {
    throw errorAt(node.node.place, `pads needs ${2 * spatial} integers, got [${pads.join(', ')}]`);
  }
  if (pads.some((pad) => pad < 0)) throw new Unsupported('its padding is negative');
  const [top, left, bottom, right] = spatial === 2 ? pads : [0, pads[0], 0, pads[1]];
  return { top: top!, bottom: bottom!, left: left!, right: right! };
}
