import type { LoadedWeights } from './network/weights.js';

/** What every builder of an image classifier takes. */
export interface NetworkOptions {
  /** Rows and columns of the image; what the paper trains with unless given. */
  readonly resolution?: number;
  /** Number of classes; 1000 unless given. */
  readonly classes?: number;
  /** Of the weights; 1 unless given. Equal seeds give equal weights on every machine. */
  readonly seed?: number;
  /**
   * Weights by name instead of drawn ones, such as `graph.constants` of a saved graph; `zeros` takes
   * neither time nor memory until it is read, for counting.
   */
  readonly weights?: LoadedWeights | 'zeros';
}

/** A network whose number of channels scales. */
export interface ScaledNetworkOptions extends NetworkOptions {
  /** Factor on the number of channels; 1 unless given. */
  readonly alpha?: number;
}
