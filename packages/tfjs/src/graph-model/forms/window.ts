import type { Padding } from '@separable/core';
import { errorAt, quote } from '../../file/place.js';
import { Unsupported } from '../../unsupported.js';
import type { NodeImport } from '../node-import.js';

type Pair = readonly [number, number];

/** Strides, dilations and padding of a window over an NHWC map. */
export interface WindowForm {
  readonly strides: Pair;
  readonly dilations: Pair;
  readonly padding: Padding;
}

/** @throws Unsupported for a map with channels first, or a window over the batch or the channels */
export function windowOf(node: NodeImport): WindowForm {
  const format = node.attributes.text('data_format', 'NHWC');
  if (format !== 'NHWC') throw new Unsupported(`its data_format is ${quote(format)}`);
  return {
    strides: plane(node, 'strides'),
    dilations: plane(node, 'dilations'),
    padding: paddingOf(node),
  };
}

/** The middle two of four integers; the outer ones are 1. */
export function plane(node: NodeImport, name: string): Pair {
  const list = node.attributes.ints(name, [1, 1, 1, 1]);
  if (list.length !== 4) throw errorAt(node.node.place, `${name} must have four entries`);
  const [batch, rows, columns, channels] = list as [number, number, number, number];
  if (batch !== 1 || channels !== 1) {
    throw new Unsupported(`its ${name} reach over the batch or the channels`);
  }
  return [rows, columns];
}

function paddingOf(node: NodeImport): Padding {
  const padding = node.attributes.text('padding');
  if (padding === 'SAME') return 'same';
  if (padding === 'VALID') return 'valid';
  const explicit = node.attributes.ints('explicit_paddings', []);
  if (padding !== 'EXPLICIT' || explicit.length !== 8) {
    throw errorAt(node.node.place, `padding ${quote(padding)} is not known`);
  }
  const [top, bottom, left, right] = explicit.slice(2, 6) as [number, number, number, number];
  return { top, bottom, left, right };
}
