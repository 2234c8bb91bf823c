import type { AttributeProto } from '../src/proto/attribute-proto.js';
import type { GraphProto } from '../src/proto/graph-proto.js';
import { encodeModel } from '../src/proto/encode-model.js';
import type { ModelProto } from '../src/proto/model-proto.js';
import type { NodeProto } from '../src/proto/node-proto.js';
import type { TensorProto } from '../src/proto/tensor-proto.js';
import type { Random } from './mutate.js';

const extremes: readonly bigint[] = [
  0n,
  1n,
  -1n,
  2n,
  7n,
  100n,
  2n ** 31n,
  -(2n ** 31n),
  2n ** 40n,
  2n ** 63n - 1n,
  -(2n ** 63n),
];
const operators = [
  'Add',
  'AveragePool',
  'BatchNormalization',
  'Cast',
  'Clip',
  'Concat',
  'Constant',
  'ConstantOfShape',
  'Conv',
  'ConvTranspose',
  'CumSum',
  'DepthToSpace',
  'Div',
  'Equal',
  'Expand',
  'Flatten',
  'Floor',
  'Gather',
  'Gemm',
  'GlobalAveragePool',
  'GroupNormalization',
  'Hardmax',
  'Identity',
  'InstanceNormalization',
  'LRN',
  'MatMul',
  'Max',
  'MaxPool',
  'Mean',
  'Min',
  'Mod',
  'Mul',
  'OneHot',
  'Pad',
  'Pow',
  'Range',
  'ReduceMean',
  'ReduceProd',
  'Reshape',
  'Resize',
  'Shape',
  'Size',
  'Slice',
  'Softmax',
  'Split',
  'Squeeze',
  'Sub',
  'Tile',
  'TopK',
  'Transpose',
  'Unsqueeze',
  'Upsample',
  'Where',
  'toString',
  '__proto__',
];

function pick<T>(list: readonly T[], random: Random): T {
  return list[random.below(list.length)]!;
}

function changed<T>(list: readonly T[], random: Random, change: (item: T) => T): T[] {
  if (list.length === 0) return [];
  const at = random.below(list.length);
  return list.map((item, i) => (i === at ? change(item) : item));
}

function changeAttribute(attribute: AttributeProto, random: Random): AttributeProto {
  switch (random.below(5)) {
    case 0:
      return { ...attribute, i: pick(extremes, random) };
    case 1:
      return {
        ...attribute,
        ints: BigInt64Array.from(attribute.ints, () => pick(extremes, random)),
      };
    case 2:
      return { ...attribute, ints: attribute.ints.slice(random.below(3)) };
    case 3:
      return { ...attribute, f: pick([0, -1, Infinity, -Infinity, Number.NaN, 1e30], random) };
    default:
      return {
        ...attribute,
        name: pick(['axis', 'axes', 'pads', 'strides', 'perm', 'group', 'to'], random),
      };
  }
}

function changeNode(node: NodeProto, graph: GraphProto, random: Random): NodeProto {
  const names = [
    ...graph.initializers.map((t) => t.name),
    ...graph.nodes.flatMap((n) => n.outputs),
    'x',
    '',
  ];
  switch (random.below(6)) {
    case 0:
      return { ...node, opType: pick(operators, random) };
    case 1:
      return { ...node, inputs: changed(node.inputs, random, () => pick(names, random)) };
    case 2:
      return { ...node, inputs: [...node.inputs, pick(names, random)] };
    case 3:
      return { ...node, inputs: node.inputs.slice(1) };
    case 4:
      return { ...node, outputs: [...node.outputs, pick([...names, 'another'], random)] };
    default:
      return {
        ...node,
        attributes: changed(node.attributes, random, (a) => changeAttribute(a, random)),
      };
  }
}

function changeTensor(tensor: TensorProto, random: Random): TensorProto {
  const extents = [0, 1, 2, 3, 7, 2 ** 20, 2 ** 31, 2 ** 52];
  switch (random.below(4)) {
    case 0:
      return { ...tensor, dims: changed(tensor.dims, random, () => pick(extents, random)) };
    case 1:
      return { ...tensor, dims: [...tensor.dims].reverse() };
    case 2:
      return { ...tensor, dataType: random.below(26) };
    default:
      return { ...tensor, rawData: undefined, int64Data: BigInt64Array.of(pick(extremes, random)) };
  }
}

function changeGraph(graph: GraphProto, random: Random): GraphProto {
  switch (random.below(8)) {
    case 0:
      return {
        ...graph,
        initializers: changed(graph.initializers, random, (t) => changeTensor(t, random)),
      };
    case 1:
      return { ...graph, nodes: [...graph.nodes].reverse() };
    case 2:
      return { ...graph, nodes: [...graph.nodes, pick(graph.nodes, random)] };
    case 3:
      return {
        ...graph,
        outputs: [{ ...graph.outputs[0]!, name: pick(graph.nodes, random).outputs[0] ?? '' }],
      };
    default:
      return {
        ...graph,
        nodes: changed(graph.nodes, random, (node) => changeNode(node, graph, random)),
      };
  }
}

/** A well-formed file whose contents make less sense than those of the model. */
export function restructure(model: ModelProto, random: Random): Uint8Array {
  let graph = model.graph!;
  for (let i = random.below(3); i >= 0; i--) graph = changeGraph(graph, random);
  const opsets = random.below(8) === 0 ? [{ domain: '', version: random.below(25) }] : model.opsets;
  return encodeModel({ ...model, opsets, graph });
}
