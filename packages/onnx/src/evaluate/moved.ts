import { resolveAxis, stridesOf } from '@separable/core';
import { type KnownResult, longestKnown, rearrange } from '../import/known.js';
import type { NodeImport } from '../import/node-import.js';
import { sliceRanges } from '../forms/slice-ranges.js';
import { splitSizes } from '../forms/split-sizes.js';
import type { Evaluators } from './evaluator.js';

function offset(index: readonly number[], strides: readonly number[]): number {
  return index.reduce((sum, at, axis) => sum + at * strides[axis]!, 0);
}

/** Operators that pick and reorder elements. */
export const moved: Evaluators = {
  Transpose(node) {
    const x = node.known(0);
    if (x === undefined) return undefined;
    const permutation = node.attributes.ints('perm') ?? x.dims.map((_, i) => x.dims.length - 1 - i);
    const strides = stridesOf(x.dims);
    const steps = permutation.map((axis) => strides[axis]!);
    return rearrange(
      x,
      permutation.map((axis) => x.dims[axis]!),
      (index) => offset(index, steps),
    );
  },
  Gather(node) {
    const x = node.known(0);
    const indices = x && node.known(1)?.elements.map((e) => e.numerator);
    if (indices === undefined || x === undefined) return undefined;
    const axis = resolveAxis(node.attributes.int('axis', 0), x.dims.length);
    const at = node.known(1)!.dims;
    const extent = x.dims[axis]!;
    const strides = stridesOf(x.dims);
    const inner = stridesOf(at);
    if (!indices.every((i) => typeof i === 'number' && i >= -extent && i < extent))
      return undefined;
    return rearrange(x, [...x.dims.slice(0, axis), ...at, ...x.dims.slice(axis + 1)], (index) => {
      const picked = indices[offset(index.slice(axis, axis + at.length), inner)] as number;
      const rest = [
        ...index.slice(0, axis),
        picked < 0 ? picked + extent : picked,
        ...index.slice(axis + at.length),
      ];
      return offset(rest, strides);
    });
  },
  Slice(node) {
    const x = node.known(0);
    return x === undefined ? undefined : slice(node, x);
  },
  Split(node) {
    const x = node.known(0);
    if (x === undefined) return undefined;
    const { axis, sizes } = splitSizes(node);
    const strides = stridesOf(x.dims);
    let start = 0;
    const parts: KnownResult[] = [];
    for (const size of sizes) {
      if (typeof size !== 'number') return undefined;
      const first = start;
      const part = rearrange(
        x,
        x.dims.with(axis, size),
        (index) => offset(index, strides) + first * strides[axis]!,
      );
      if (part === undefined) return undefined;
      parts.push(part);
      start += size;
    }
    return parts;
  },
  Concat: (node) => concat(node),
};

function slice(node: NodeImport, x: KnownResult): KnownResult | undefined {
  const { axes, starts, ends, steps } = sliceRanges(node);
  const dims = [...x.dims];
  const first = x.dims.map(() => 0);
  const stride = x.dims.map(() => 1);
  for (const [i, axis] of axes.entries()) {
    const [start, end, step] = [starts[i], ends[i], steps[i]!];
    if (typeof start !== 'number' || typeof end !== 'number') return undefined;
    const extent = x.dims[axis]!;
    const from = bound(start, extent, step);
    dims[axis] = Math.max(0, Math.ceil((bound(end, extent, step) - from) / step));
    first[axis] = from;
    stride[axis] = step;
  }
  const strides = stridesOf(x.dims);
  return rearrange(x, dims, (index) =>
    offset(
      index.map((at, axis) => first[axis]! + at * stride[axis]!),
      strides,
    ),
  );
}

function bound(position: number, extent: number, step: number): number {
  const at = position < 0 ? position + extent : position;
  return step > 0 ? Math.min(Math.max(at, 0), extent) : Math.min(Math.max(at, -1), extent - 1);
}

function concat(node: NodeImport): KnownResult | undefined {
  const parts: KnownResult[] = [];
  for (let i = 0; i < node.count; i++) {
    const part = node.known(i);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  const [head] = parts;
  // Rows after rows are elements after elements; other axes do not occur in shape computations.
  if (head === undefined || resolveAxis(node.attributes.int('axis'), head.dims.length) !== 0)
    return undefined;
  if (parts.some((part) => part.dims.length !== head.dims.length)) return undefined;
  const rows = parts.reduce((sum, part) => sum + part.dims[0]!, 0);
  const elements = parts.flatMap((part) => part.elements);
  return elements.length > longestKnown
    ? undefined
    : { elementType: head.elementType, dims: head.dims.with(0, rows), elements };
}
