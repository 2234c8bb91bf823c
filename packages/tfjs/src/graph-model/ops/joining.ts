import type { Value } from '@separable/core';
import { limits } from '../../file/limits.js';
import { errorAt } from '../../file/place.js';
import { Unsupported } from '../../unsupported.js';
import type { NodeImport } from '../node-import.js';
import type { OpLowerings } from './op-lowering.js';

/** How many parts an attribute asks for; a file could ask for any number. */
function partsOf(node: NodeImport, name: string): number {
  const count = node.attributes.int(name);
  if (count >= 1 && count <= limits.elements) return count;
  throw errorAt(node.node.place, `${name} of ${count} is not between 1 and ${limits.elements}`);
}

function packed(node: NodeImport): Value {
  const { g } = node;
  const axis = node.attributes.int('axis', 0);
  const inputs = node.values().map((x) => g.expandDims({ x }, { axes: [axis] }, node.name('part')));
  return g.concat({ inputs }, { axis }, node.name());
}

function unpacked(node: NodeImport): readonly Value[] {
  const { g } = node;
  const axis = node.attributes.int('axis', 0);
  const sizes = Array.from({ length: partsOf(node, 'num') }, () => 1);
  const parts = g.split({ x: node.value(0) }, { axis, sizes }, node.name());
  return parts.map((x) => g.squeeze({ x }, { axes: [axis] }, node.name('part')));
}

function evenly(node: NodeImport): readonly Value[] {
  const axis = node.int(0);
  const count = partsOf(node, 'num_split');
  const x = node.value(1);
  const extent = x.shape.at(axis);
  if (typeof extent !== 'number' || extent % count !== 0) {
    throw new Unsupported(`it splits an axis of ${extent} into ${count}`);
  }
  const sizes = Array.from({ length: count }, () => extent / count);
  return node.g.split({ x }, { axis, sizes }, node.name());
}

function bySizes(node: NodeImport): readonly Value[] {
  const axis = node.int(2);
  const x = node.value(0);
  const sizes = [...node.ints(1)];
  const open = sizes.indexOf(-1);
  const extent = x.shape.at(axis);
  if (open >= 0) {
    if (typeof extent !== 'number') throw new Unsupported(`it splits the open size ${extent}`);
    sizes[open] = extent - sizes.reduce((sum, size) => sum + size, 1);
  }
  return node.g.split({ x }, { axis, sizes }, node.name());
}

/** Operators that put values together and take them apart. */
export const joining: OpLowerings = {
  ConcatV2(node) {
    const last = node.count - 1;
    const inputs = Array.from({ length: last }, (_, i) => node.value(i));
    return node.g.concat({ inputs }, { axis: node.int(last) }, node.name());
  },
  GatherV2(node) {
    const { g } = node;
    if (node.attributes.int('batch_dims', 0) !== 0) throw new Unsupported('it has batch_dims');
    const given = node.value(1);
    const indices =
      given.dtype === 'int32' ? given : g.cast({ x: given }, { to: 'int32' }, node.name('indices'));
    return g.gather({ x: node.value(0), indices }, { axis: node.int(2) }, node.name());
  },
  OneHot(node) {
    const [on, off] = [node.number(2), node.number(3)];
    const attributes = { depth: node.int(1), axis: node.attributes.int('axis', -1), on, off };
    return node.g.oneHot({ indices: node.value(0) }, attributes, node.name());
  },
  Pack: packed,
  Split: evenly,
  SplitV: bySizes,
  Tile: (node) => node.g.tile({ x: node.value(0) }, { repeats: node.dims(1) }, node.name()),
  Unpack: unpacked,
};
