import { ImportError, type Tensor } from '@separable/core';
import { elementTypeName, elementTypes } from '../proto/element-types.js';
import type { GraphProto } from '../proto/graph-proto.js';
import { makeInt64s, makeTensor } from '../proto/make.js';
import { quote } from '../proto/place.js';
import type { TensorProto } from '../proto/tensor-proto.js';
import type { ValueInfoProto } from '../proto/value-info-proto.js';
import { dtypeOf } from '../tensor/to-tensor.js';

/** Values that inputs are fixed at, by input. */
export type InputValues = Readonly<Record<string, Tensor>>;

/**
 * The graph with some of its inputs filled in, as initialisers fill them.
 *
 * @throws ImportError for a value that is no input's, or of another dtype
 */
export function withValues(graph: GraphProto, values: InputValues): GraphProto {
  const filled = Object.entries(values).map(([name, value]) => {
    const input = graph.inputs.find((one) => one.name === name);
    if (input !== undefined) return filling(input, value);
    const names = graph.inputs.map((one) => quote(one.name)).join(', ');
    throw new ImportError(`inputValues names ${quote(name)}; the model's inputs are ${names}`);
  });
  const stays = graph.initializers.filter(({ name }) => !Object.hasOwn(values, name));
  return { ...graph, initializers: [...stays, ...filled] };
}

function filling({ name, type }: ValueInfoProto, { dtype, shape, data }: Tensor): TensorProto {
  const elementType = type?.kind === 'tensor' ? type.elementType : elementTypes.undefined;
  if (dtypeOf(elementType) !== dtype) {
    const wanted = elementTypeName(elementType);
    throw new ImportError(
      `inputValues gives ${dtype} for input ${quote(name)}, the model declares ${wanted}`,
    );
  }
  const { buffer, byteOffset, byteLength } = data;
  const rawData = new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength).slice();
  if (dtype === 'float32') return makeTensor('float', shape, { name, rawData });
  if (dtype !== 'int32') return makeTensor(dtype, shape, { name, rawData });
  if (elementType !== elementTypes.int64) return makeTensor('int32', shape, { name, rawData });
  return makeInt64s(name, shape, [...data]);
}
