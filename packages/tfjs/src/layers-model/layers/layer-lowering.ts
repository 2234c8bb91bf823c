import type { Value } from '@separable/core';
import { errorAt } from '../../file/place.js';
import type { LayerImport } from '../layer-import.js';

/**
 * Adds nodes to the graph that compute a layer.
 *
 * @throws Unsupported when the op table has nothing for this form of the layer
 */
export type LayerLowering = (layer: LayerImport, inputs: readonly Value[]) => Value;

/** Lowerings by class name. */
export type LayerLowerings = Readonly<Record<string, LayerLowering>>;

/** A layer that reads one value. */
export function ofOne(lower: (layer: LayerImport, x: Value) => Value): LayerLowering {
  return (layer, inputs) => {
    const [x] = inputs;
    if (x !== undefined && inputs.length === 1) return lower(layer, x);
    throw errorAt(layer.place, `the layer reads one value, got ${inputs.length}`);
  };
}
