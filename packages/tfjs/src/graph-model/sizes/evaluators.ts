import { type Dim, dim, sizeOf } from '@separable/core';
import { stridedSlice } from '../forms/strided-slice.js';
import type { NodeImport } from '../node-import.js';
import { type Sizes, scalarSize, vector } from './sizes.js';

/** Computes sizes from sizes; undefined where this form of the operator is not known to. */
type Evaluator = (node: NodeImport, inputs: readonly Sizes[]) => Sizes | undefined;

/** Elementwise on scalars and vectors, a scalar being repeated. */
function elementwise(compute: (a: Dim, b: Dim) => Dim): Evaluator {
  return (_, [a, b]) => {
    if (a === undefined || b === undefined) return undefined;
    const longer = a.shape.length >= b.shape.length ? a : b;
    const fits = [a, b].every(
      ({ elements }) => elements.length === 1 || elements.length === longer.elements.length,
    );
    if (!fits || longer.shape.length > 1) return undefined;
    const at = ({ elements }: Sizes, i: number): Dim => elements[elements.length === 1 ? 0 : i]!;
    return {
      shape: longer.shape,
      elements: longer.elements.map((_d, i) => compute(at(a, i), at(b, i))),
    };
  };
}

const same: Evaluator = (_, [x]) => x;

const numbers = (sizes: Sizes | undefined): readonly number[] | undefined =>
  sizes?.elements.every((d) => typeof d === 'number')
    ? (sizes.elements as readonly number[])
    : undefined;

const product: Evaluator = (node, [x]) => {
  if (x === undefined || x.shape.length > 1) return undefined;
  const total = dim.product(x.elements);
  return node.attributes.flag('keep_dims') ? vector([total]) : scalarSize(total);
};

const pack: Evaluator = (_, inputs) =>
  inputs.every(({ shape }) => shape.length === 0)
    ? vector(inputs.map(({ elements }) => elements[0]!))
    : undefined;

/** Vectors one after the other; the axis is the last operand and can only be 0. */
const concat: Evaluator = (_, inputs) => {
  const parts = inputs.slice(0, -1);
  return parts.every(({ shape }) => shape.length === 1)
    ? vector(parts.flatMap(({ elements }) => elements))
    : undefined;
};

const strided: Evaluator = (node, [x, begin, end, strides]) => {
  const lists = [begin, end, strides].map(numbers);
  if (x === undefined || x.shape.length !== 1 || lists.includes(undefined)) return undefined;
  const form = stridedSlice(node, x.shape, lists as [number[], number[], number[]]);
  const [cut, ...more] = form.ranges;
  if (cut === undefined || more.length > 0 || form.added.length > 0) return undefined;
  const taken: Dim[] = [];
  const last = x.elements.length - 1;
  const from = Math.min(Math.max(cut.start < 0 ? cut.start + last + 1 : cut.start, 0), last);
  if (form.dropped.length > 0) return scalarSize(x.elements[from]!);
  const stop = Math.min(cut.end < 0 ? cut.end + last + 1 : cut.end, last + 1);
  if (cut.step < 1) return undefined;
  for (let i = from; i < stop; i += cut.step) taken.push(x.elements[i]!);
  return vector(taken);
};

const slice: Evaluator = (_, [x, begin, size]) => {
  const [[first] = [], [count] = []] = [numbers(begin) ?? [], numbers(size) ?? []];
  if (x?.shape.length !== 1 || first === undefined || count === undefined) return undefined;
  return vector(x.elements.slice(first, count < 0 ? undefined : first + count));
};

const gather: Evaluator = (_, [x, indices]) => {
  const at = numbers(indices);
  if (x?.shape.length !== 1 || at === undefined) return undefined;
  const elements = at.map((i) => x.elements[i]);
  if (elements.includes(undefined)) return undefined;
  return { shape: indices!.shape, elements: elements as readonly Dim[] };
};

const reshape: Evaluator = (_, [x, shape]) => {
  const to = numbers(shape);
  if (x === undefined || to === undefined || to.length > 1) return undefined;
  const extents = to.map((extent) => (extent === -1 ? x.elements.length : extent));
  return sizeOf(extents) === x.elements.length
    ? { shape: extents, elements: x.elements }
    : undefined;
};

const cast: Evaluator = (node, [x]) =>
  node.attributes.dtype('DstT', 'int32') === 'int32' ? x : undefined;

/** Operators that models compute sizes with. */
export const evaluators: Readonly<Record<string, Evaluator>> = {
  Add: elementwise(dim.add),
  AddV2: elementwise(dim.add),
  Cast: cast,
  ConcatV2: concat,
  ExpandDims: (_, [x]) => (x?.shape.length === 0 ? vector(x.elements) : undefined),
  FloorDiv: (node, inputs) =>
    inputs[1]?.elements.includes(0) ? undefined : elementwise(dim.floorDiv)(node, inputs),
  GatherV2: gather,
  Identity: same,
  Maximum: elementwise((a, b) => dim.max(a, b)),
  Minimum: elementwise((a, b) => dim.min(a, b)),
  Mul: elementwise(dim.multiply),
  Pack: pack,
  Prod: product,
  Reshape: reshape,
  Slice: slice,
  Squeeze: (_, [x]) => (x?.elements.length === 1 ? scalarSize(x.elements[0]!) : undefined),
  StridedSlice: strided,
  Sub: elementwise(dim.subtract),
};
