import { errorAt } from '../../file/place.js';
import { type LayerLowering, type LayerLowerings, ofOne } from './layer-lowering.js';

/** A layer that does nothing at inference time. */
const unchanged: LayerLowering = ofOne((_, x) => x);

/** Layers that only work while a model is trained, and inputs. */
export const identity: LayerLowerings = {
  ActivityRegularization: unchanged,
  AlphaDropout: unchanged,
  Dropout: unchanged,
  GaussianDropout: unchanged,
  GaussianNoise: unchanged,
  SpatialDropout1D: unchanged,
  SpatialDropout2D: unchanged,
  InputLayer(layer) {
    throw errorAt(layer.place, 'an input layer that is none of the inputs of its model');
  },
};
