import { scalar, type Value } from '@separable/core';
import { errorAt } from '../../file/place.js';
import { Unsupported } from '../../unsupported.js';
import type { LayerImport } from '../layer-import.js';
import type { LayerLowering, LayerLowerings } from './layer-lowering.js';

type Binary = 'add' | 'sub' | 'mul' | 'maximum' | 'minimum';

/** Two or more values of one rank, taken together from the left. */
function folded(op: Binary): LayerLowering {
  return (layer, inputs) => {
    const [first, ...rest] = inputs;
    if (first === undefined || rest.length === 0) {
      throw errorAt(layer.place, `the layer reads two or more values, got ${inputs.length}`);
    }
    if (inputs.some(({ shape }) => shape.length !== first.shape.length)) {
      throw new Unsupported('its inputs have different ranks');
    }
    return rest.reduce((a, b) => layer.g[op]({ a, b }, {}, layer.name()), first);
  };
}

const sum = folded('add');

function average(layer: LayerImport, inputs: readonly Value[]): Value {
  const total = sum(layer, inputs);
  const count = layer.g.constant(layer.name('count'), scalar('float32', inputs.length));
  return layer.g.div({ a: total, b: count }, {}, layer.name('mean'));
}

/** Layers that make one value of several. */
export const merge: LayerLowerings = {
  Add: sum,
  Subtract: folded('sub'),
  Multiply: folded('mul'),
  Maximum: folded('maximum'),
  Minimum: folded('minimum'),
  Average: average,
  Concatenate: (layer, inputs) =>
    layer.g.concat({ inputs }, { axis: layer.single('axis', -1) }, layer.name()),
};
