import type { Json } from '../file/json.js';
import type { TensorRef } from './layer-config.js';

/**
 * What a layer reads, call by call. Up to Keras 2 a call is a list of `[layer, call, result, options]`;
 * Keras 3 has an object with `args`, in which tensors stand at any depth.
 *
 * @throws ImportError
 */
export function readCalls(json: Json): readonly (readonly TensorRef[])[] {
  return json.listOrNone().map((call) => {
    if (Array.isArray(call.value)) return isRef(call) ? [readRef(call)] : call.list().map(readRef);
    return tensorsIn(call.get('args'));
  });
}

/** `input_layers` or `output_layers`: one reference or a list of them. */
export function readEnds(json: Json): readonly TensorRef[] {
  if (isRef(json)) return [readRef(json)];
  // Names of outputs are the keys of an object.
  if (!Array.isArray(json.value) && !json.isAbsent) {
    return Object.keys(json.value as object).map((key) => readRef(json.get(key)));
  }
  return json.list().map(readRef);
}

function isRef({ value }: Json): boolean {
  return Array.isArray(value) && typeof value[0] === 'string';
}

function readRef(json: Json): TensorRef {
  const [layer, call, result] = json.list();
  if (layer === undefined || call === undefined || result === undefined) {
    throw json.expected('a layer, the number of a call and of a result');
  }
  return { layer: layer.text(), call: call.integer(), result: result.integer() };
}

/** Tensors in the arguments of a Keras 3 call, in order. */
function tensorsIn(json: Json): readonly TensorRef[] {
  if (Array.isArray(json.value)) return json.list().flatMap(tensorsIn);
  if (typeof json.value !== 'object' || json.value === null) return [];
  if (json.get('class_name').value !== '__keras_tensor__') return [];
  return [readRef(json.get('config').get('keras_history'))];
}
