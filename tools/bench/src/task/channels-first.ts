import { type Graph, type Node, typeOf, type ValueType } from '@separable/core';

/** Axes of a channels-first map in the order of a channels-last one. */
const toChannelsLast = [0, 2, 3, 1];
const toChannelsFirst = [0, 3, 1, 2];

/** The same graph with channels-first feature maps at its rim, as ONNX files have them. */
export function withChannelsFirstRim(graph: Graph): Graph {
  const values = new Map(graph.values);
  const ahead: Node[] = [];
  const behind: Node[] = [];
  const inputs = graph.inputs.map((name) => {
    const type = typeOf(graph, name);
    if (type.shape.length !== 4) return name;
    const outer = `${name}.channelsFirst`;
    values.set(outer, permuted(type, toChannelsFirst));
    ahead.push(transpose(outer, name, toChannelsLast));
    return outer;
  });
  const outputs = graph.outputs.map(({ name, value }) => {
    const type = typeOf(graph, value);
    if (type.shape.length !== 4) return { name, value };
    const outer = `${value}.channelsFirst`;
    values.set(outer, permuted(type, toChannelsFirst));
    behind.push(transpose(value, outer, toChannelsFirst));
    return { name, value: outer };
  });
  return { ...graph, inputs, outputs, values, nodes: [...ahead, ...graph.nodes, ...behind] };
}

/** A batch of one, `[1, h, w, c]`, in the order `[1, c, h, w]`. */
export function channelsFirst(data: Float32Array, shape: readonly number[]): Float32Array {
  const [, h, w, c] = shape as [number, number, number, number];
  return transposed(data, h * w, c);
}

/** The inverse of {@link channelsFirst}; `shape` is the channels-last one. */
export function channelsLast(data: Float32Array, shape: readonly number[]): Float32Array {
  const [, h, w, c] = shape as [number, number, number, number];
  return transposed(data, c, h * w);
}

function transposed(data: Float32Array, rows: number, columns: number): Float32Array {
  const moved = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      moved[column * rows + row] = data[row * columns + column]!;
    }
  }
  return moved;
}

function permuted({ dtype, shape }: ValueType, permutation: readonly number[]): ValueType {
  return { dtype, shape: permutation.map((axis) => shape[axis]!) };
}

function transpose(x: string, y: string, permutation: readonly number[]): Node {
  return {
    name: `${x} to ${y}`,
    op: 'transpose',
    inputs: { x },
    outputs: [y],
    attributes: { permutation },
  };
}
