import { resolveAxis } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import type { Operand, SequenceOperand } from '../import/operand.js';
import { whole } from '../import/quantity.js';
import { Unsupported } from '../import/unsupported.js';
import { elementTypes } from '../proto/element-types.js';
import { errorAt } from '../proto/place.js';
import type { Lowered, Lowerings } from './lowering.js';
import { stacked } from './stacked.js';

/** Operators on lists of tensors: an import keeps the lists, the graph never sees them. */
export const sequence: Lowerings = {
  SequenceEmpty(node) {
    node.attributes.ignore('dtype');
    return listOf(node, []);
  },
  SequenceConstruct: (node) =>
    listOf(
      node,
      Array.from({ length: node.count }, (_, i) => node.operand(i)),
    ),
  SequenceInsert(node) {
    const items = itemsOf(node, 0);
    const at = node.has(2) ? position(node, 2, items.length + 1) : items.length;
    return listOf(node, items.toSpliced(at, 0, node.operand(1)));
  },
  SequenceErase(node) {
    const items = itemsOf(node, 0);
    const at = node.has(1) ? position(node, 1, items.length) : items.length - 1;
    return listOf(node, items.toSpliced(at, 1));
  },
  SequenceAt(node) {
    const items = itemsOf(node, 0);
    return items[position(node, 1, items.length)]!;
  },
  SequenceLength: (node) => ({
    kind: 'known',
    name: node.name(),
    elementType: elementTypes.int64,
    dims: [],
    elements: [whole(itemsOf(node, 0).length)],
  }),
  SplitToSequence: (node) => splitToSequence(node),
  ConcatFromSequence: (node) => concatFromSequence(node),
};

function listOf(node: NodeImport, items: readonly Operand[]): SequenceOperand {
  return { kind: 'sequence', name: node.name(), items };
}

function itemsOf(node: NodeImport, index: number): readonly Operand[] {
  const operand = node.operand(index);
  if (operand.kind === 'sequence') return operand.items;
  throw errorAt(node.node.place, `operand ${index} of ${node.node.opType} must be a sequence`);
}

/** A position among `count`; negative ones count from the end. */
function position(node: NodeImport, index: number, count: number): number {
  const at = node.decided(node.operand(index));
  if (at === undefined) throw new Unsupported('its position is only known when the graph runs');
  if (at >= -count && at < count) return at < 0 ? at + count : at;
  throw errorAt(node.node.place, `${node.node.opType} asks for item ${at} of ${count}`);
}

/** Parts of given extents, of one given extent, or single slices whose axis may go. */
function splitToSequence(node: NodeImport): Lowered {
  const { g, attributes } = node;
  const shape = node.shape(0);
  const axis = resolveAxis(attributes.int('axis', 0), shape.length);
  const keepDims = attributes.flag('keepdims', true);
  const extent = shape[axis]!;
  if (typeof extent !== 'number') throw new Unsupported(`it splits the open size ${extent}`);
  const given = node.has(1) ? node.integers(1) : [1];
  const whether = node.has(1) && node.rank(1) === 1;
  const step = given[0] ?? 0;
  if (!whether && !(step > 0)) throw errorAt(node.node.place, 'it splits into parts of no extent');
  const count = whether ? given.length : Math.ceil(extent / step);
  const sizes = whether
    ? given
    : Array.from({ length: count }, (_, i) => Math.min(step, extent - i * step));
  const parts = g.split({ x: node.value(0) }, { axis, sizes }, node.name('parts'));
  const items = parts.map((x) =>
    node.has(1) || keepDims ? x : g.squeeze({ x }, { axes: [axis] }, node.name('part')),
  );
  return listOf(
    node,
    items.map((plain) => {
      const { name, dtype, shape: of } = plain;
      return { kind: 'runtime', name, dtype, shape: of, plain, channelsLast: undefined };
    }),
  );
}

function concatFromSequence(node: NodeImport): Lowered {
  const items = itemsOf(node, 0);
  const newAxis = node.attributes.flag('new_axis', false);
  const given = node.attributes.int('axis');
  if (newAxis && given === 0) return stacked(node, items);
  if (items.length === 0) throw new Unsupported('it joins nothing, so its shape is not known');
  const absent = items.find(({ kind }) => kind === 'missing');
  if (absent !== undefined) return absent;
  const vectors = items.flatMap((item) => node.knownOf(item) ?? []);
  const [head] = vectors;
  if (head !== undefined && vectors.length === items.length && !newAxis && given === 0) {
    const rows = vectors.reduce((sum, { dims }) => sum + (dims[0] ?? 1), 0);
    const elements = vectors.flatMap((vector) => vector.elements);
    return { ...head, name: node.name(), dims: head.dims.with(0, rows), elements };
  }
  const values = items.map((item) => node.plain(item));
  const rank = values[0]!.shape.length + Number(newAxis);
  const axis = resolveAxis(given, rank);
  const inputs = newAxis
    ? values.map((x) => node.g.expandDims({ x }, { axes: [axis] }, node.name('part')))
    : values;
  return inputs.length === 1 ? inputs[0]! : node.g.concat({ inputs }, { axis }, node.name());
}
