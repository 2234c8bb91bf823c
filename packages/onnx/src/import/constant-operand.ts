import type { TensorProto } from '../proto/tensor-proto.js';
import { elementsOf, byteLength } from '../tensor/elements.js';
import { type ExternalData, externalBytes } from '../tensor/external-data.js';
import { errorAt } from '../proto/place.js';
import type { ConstantOperand } from './operand.js';

/** A tensor of the file as an operand; its elements are read and checked. */
export function constantOperand(
  name: string,
  proto: TensorProto,
  externalData: ExternalData | undefined,
): ConstantOperand {
  if (proto.segmented) throw errorAt(proto.place, 'tensors in segments are not supported');
  const bytes = proto.external
    ? externalBytes(proto, externalData, byteLength(proto))
    : proto.rawData;
  const elements = elementsOf(proto, bytes);
  return {
    kind: 'constant',
    name,
    proto,
    elements,
    forms: new Map(),
    tensor: undefined,
    known: undefined,
  };
}
