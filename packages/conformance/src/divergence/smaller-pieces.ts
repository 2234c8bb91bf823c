import {
  allocate,
  bindSymbols,
  type Graph,
  SeparableError,
  sizeOf,
  type Tensor,
  type TensorMap,
  verifyGraph,
} from '@separable/core';

/** A graph and inputs for it. */
export interface Piece {
  readonly graph: Graph;
  readonly inputs: TensorMap;
}

/** An axis of an input or a constant. */
interface Axis {
  readonly tensor: string;
  readonly axis: number;
  readonly extent: number;
}

/**
 * Pieces with some axes cut to one of their halves, the boldest first: all axes of one extent, which
 * the op may need to agree, then pairs, then single axes. What the op does not take is left out.
 */
export function* smallerPieces(piece: Piece): Generator<Piece> {
  for (const axes of groupsOf(axesOf(piece))) {
    const { extent } = axes[0]!;
    const half = Math.ceil(extent / 2);
    for (const start of new Set([0, extent - half])) {
      const smaller = cut(piece, axes, start, start + half);
      if (smaller !== undefined) yield smaller;
    }
  }
}

function axesOf({ graph, inputs }: Piece): readonly Axis[] {
  return [...Object.entries(inputs), ...graph.constants].flatMap(([tensor, { shape }]) =>
    shape.map((extent, axis) => ({ tensor, axis, extent })).filter(({ extent }) => extent > 1),
  );
}

function groupsOf(axes: readonly Axis[]): readonly (readonly Axis[])[] {
  const extents = [...new Set(axes.map(({ extent }) => extent))].sort((a, b) => b - a);
  const same = extents.map((extent) => axes.filter((axis) => axis.extent === extent));
  const pairs = same.flatMap((group) =>
    group.flatMap((first, i) => group.slice(i + 1).map((second) => [first, second])),
  );
  return [
    ...same.filter((group) => group.length > 2),
    ...pairs,
    ...same.flatMap((group) => group.map((axis) => [axis])),
  ];
}

function cut(
  { graph, inputs }: Piece,
  axes: readonly Axis[],
  from: number,
  to: number,
): Piece | undefined {
  const cutAll = (name: string, whole: Tensor): Tensor =>
    axes
      .filter(({ tensor }) => tensor === name)
      .reduce((tensor, { axis }) => cutAxis(tensor, axis, from, to), whole);
  const smaller = Object.entries(inputs).map(([name, t]) => [name, cutAll(name, t)] as const);
  const raw: Graph = {
    ...graph,
    constants: new Map([...graph.constants].map(([name, t]) => [name, cutAll(name, t)])),
    values: new Map(smaller.map(([name, { dtype, shape }]) => [name, { dtype, shape }])),
  };
  try {
    return { graph: verifyGraph(bindSymbols(raw, new Map())), inputs: Object.fromEntries(smaller) };
  } catch (error) {
    if (error instanceof SeparableError) return undefined;
    throw error;
  }
}

function cutAxis({ dtype, shape, data }: Tensor, axis: number, from: number, to: number): Tensor {
  const cutShape = shape.with(axis, to - from);
  const inner = sizeOf(shape.slice(axis + 1));
  const outer = sizeOf(shape.slice(0, axis));
  const [step, run] = [shape[axis]! * inner, (to - from) * inner];
  const kept = allocate(dtype, outer * run);
  for (let i = 0; i < outer; i++) {
    const start = i * step + from * inner;
    kept.set(data.subarray(start, start + run), i * run);
  }
  return { dtype, shape: cutShape, data: kept };
}
