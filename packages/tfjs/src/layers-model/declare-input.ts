import type { DType, GraphBuilder, Value } from '@separable/core';
import type { Json } from '../file/json.js';
import { limits } from '../file/limits.js';
import { errorAt, quote } from '../file/place.js';
import { type InputShapes, pinnedShape } from '../input-shapes.js';
import type { OpenSizes } from '../open-sizes.js';
import type { LayerConfig } from './layer-config.js';

const dtypes: Readonly<Record<string, DType>> = {
  float16: 'float32',
  float32: 'float32',
  float64: 'float32',
  int32: 'int32',
  int64: 'int32',
  uint8: 'uint8',
  bool: 'bool',
};

/** Declares an input layer as an input of the graph. */
export function declareInput(
  g: GraphBuilder,
  { name, config, className, place }: LayerConfig,
  sizes: OpenSizes,
  shapes: InputShapes,
): Value {
  if (className !== 'InputLayer') throw errorAt(place, `the input ${quote(name)} is no InputLayer`);
  const given = config.get('dtype').text('float32');
  const dtype = Object.hasOwn(dtypes, given) ? dtypes[given] : undefined;
  if (dtype === undefined) {
    throw errorAt(config.get('dtype').place, `inputs of ${quote(given)} are not supported`);
  }
  const declared = sizes.shape(extentsOf(config));
  return g.input(name, dtype, pinnedShape(name, declared, shapes));
}

/** `batch_input_shape`, `batch_shape` in Keras 3, or `input_shape` without the batch. */
function extentsOf(config: Json): readonly (number | null)[] {
  const batched = ['batch_input_shape', 'batch_shape'].map((key) => config.get(key));
  const found = batched.find((json) => !json.isAbsent);
  const extents =
    found === undefined ? [null, ...readExtents(config.get('input_shape'))] : readExtents(found);
  if (extents.length > limits.rank)
    throw config.expected(`an input of at most ${limits.rank} axes`);
  return extents;
}

function readExtents(json: Json): readonly (number | null)[] {
  return json.list().map((extent) => (extent.isAbsent ? null : extent.integer()));
}
