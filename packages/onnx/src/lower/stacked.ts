import type { Value } from '@separable/core';
import { isKnownType, longestKnown } from '../import/known.js';
import type { NodeImport } from '../import/node-import.js';
import type { Operand } from '../import/operand.js';
import { Unsupported } from '../import/unsupported.js';

/** Tensors of one shape behind each other, along an axis added in front of theirs or along the first. */
export function stacked(node: NodeImport, parts: readonly Operand[]): Operand | Value {
  const [head] = parts;
  if (head === undefined) throw new Unsupported('it stacks nothing, so its shape is not known');
  const absent = parts.find(({ kind }) => kind === 'missing');
  if (absent !== undefined) return absent;
  const known = knownStack(parts);
  if (known !== undefined) return known;
  const inputs = parts.map((part) =>
    node.g.expandDims({ x: node.plain(part) }, { axes: [0] }, node.name('part')),
  );
  return inputs.length === 1 ? inputs[0]! : node.g.concat({ inputs }, { axis: 0 }, node.name());
}

function knownStack(parts: readonly Operand[]): Operand | undefined {
  const known = parts.flatMap((part) => (part.kind === 'known' ? [part] : []));
  const [head] = known;
  if (head === undefined || known.length < parts.length || !isKnownType(head.elementType))
    return undefined;
  const dims = [known.length, ...head.dims];
  if (known.some((part) => part.dims.join() !== head.dims.join())) return undefined;
  const elements = known.flatMap((part) => part.elements);
  return elements.length > longestKnown ? undefined : { ...head, dims, elements };
}
