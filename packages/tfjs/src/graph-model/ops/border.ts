import { type Dim, dim, type Value } from '@separable/core';
import { errorAt } from '../../file/place.js';
import { Unsupported } from '../../unsupported.js';
import type { NodeImport } from '../node-import.js';
import type { OpLowerings } from './op-lowering.js';

/** Pairs of an operand `[n, 2]`: what stands first of each, and what second. */
function pairs(node: NodeImport, index: number): readonly [readonly number[], readonly number[]] {
  const flat = node.ints(index);
  const shape = node.shape(index);
  if (shape.length !== 2 || shape[1] !== 2) {
    throw errorAt(node.node.place, `operand ${index} must be pairs, got [${shape.join(', ')}]`);
  }
  return [flat.filter((_, i) => i % 2 === 0), flat.filter((_, i) => i % 2 === 1)];
}

function padded(node: NodeImport, value: number): Value {
  const [before, after] = pairs(node, 1);
  return node.g.pad({ x: node.value(0) }, { before, after, value }, node.name());
}

function mirrored(node: NodeImport): Value {
  const mode = node.attributes.text('mode');
  if (mode !== 'REFLECT') throw new Unsupported(`its mode is ${mode}`);
  const [before, after] = pairs(node, 1);
  return node.g.pad({ x: node.value(0) }, { before, after, mode: 'reflect' }, node.name());
}

function divided(node: NodeImport, extent: Dim, block: number): Dim {
  const quotient = block > 0 ? dim.exactDiv(extent, block) : undefined;
  if (quotient !== undefined) return quotient;
  throw new Unsupported(`an extent of ${extent} does not divide into blocks of ${block}`);
}

/** Blocks of pixels dealt out over the batch: pad, then `[N, H/b, b, W/b, b, …]` with the blocks first. */
function toBatch(node: NodeImport): Value {
  const { g } = node;
  const blocks = node.ints(1);
  const [first, second] = pairs(node, 2);
  const rest = node.shape(0).length - 1 - blocks.length;
  const zeros = Array.from({ length: Math.max(0, rest) }, () => 0);
  const around = { before: [0, ...first, ...zeros], after: [0, ...second, ...zeros] };
  const x = g.pad({ x: node.value(0) }, around, node.name('padded'));
  const [batch, ...extents] = x.shape as [Dim, ...Dim[]];
  const inner = blocks.map((block, i) => divided(node, extents[i]!, block));
  const behind = extents.slice(blocks.length);
  const apart = g.reshape(
    { x },
    { shape: [batch, ...inner.flatMap((extent, i) => [extent, blocks[i]!]), ...behind] },
    node.name('apart'),
  );
  const n = blocks.length;
  const permutation = [
    ...blocks.map((_, i) => 2 * i + 2),
    0,
    ...blocks.map((_, i) => 2 * i + 1),
    ...behind.map((_, i) => 2 * n + 1 + i),
  ];
  const dealt = g.transpose({ x: apart }, { permutation }, node.name('dealt'));
  const shape = [dim.multiply(batch, dim.product(blocks)), ...inner, ...behind];
  return g.reshape({ x: dealt }, { shape }, node.name());
}

/** The reverse: blocks taken out of the batch and put side by side, then cropped. */
function fromBatch(node: NodeImport): Value {
  const { g } = node;
  const blocks = node.ints(1);
  const [first, second] = pairs(node, 2);
  const [batch, ...extents] = node.shape(0) as [Dim, ...Dim[]];
  const outer = divided(
    node,
    batch,
    blocks.reduce((a, b) => a * b, 1),
  );
  const n = blocks.length;
  const behind = extents.slice(n);
  const apart = g.reshape(
    { x: node.value(0) },
    { shape: [...blocks, outer, ...extents] },
    node.name('apart'),
  );
  const permutation = [
    n,
    ...blocks.flatMap((_, i) => [n + 1 + i, i]),
    ...behind.map((_, i) => 2 * n + 1 + i),
  ];
  const joined = g.transpose({ x: apart }, { permutation }, node.name('joined'));
  const plane = blocks.map((block, i) => dim.multiply(extents[i]!, block));
  const whole = g.reshape(
    { x: joined },
    { shape: [outer, ...plane, ...behind] },
    node.name('whole'),
  );
  const attributes = {
    axes: blocks.map((_, i) => i + 1),
    starts: first,
    ends: plane.map((extent, i) => dim.subtract(extent, second[i]!)),
    steps: blocks.map(() => 1),
  };
  return g.slice({ x: whole }, attributes, node.name());
}

/** Operators that add to the border of a value, and those that deal pixels out over the batch. */
export const border: OpLowerings = {
  BatchToSpaceND: fromBatch,
  MirrorPad: mirrored,
  Pad: (node) => padded(node, 0),
  PadV2: (node) => padded(node, node.number(2)),
  SpaceToBatchND: toBatch,
};
