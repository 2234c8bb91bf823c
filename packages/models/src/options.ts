/** Size and seed of a network. */
export interface MobileNetOptions {
  /** Factor on the number of channels; 1 unless given. */
  readonly alpha?: number;
  /** Rows and columns of the image; 224 unless given. */
  readonly resolution?: number;
  /** Number of classes; 1000 unless given. */
  readonly classes?: number;
  /** Of the weights; 1 unless given. Equal seeds give equal weights on every machine. */
  readonly seed?: number;
}
