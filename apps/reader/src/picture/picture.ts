/** An opaque picture in memory: `data` holds red, green, blue, alpha bytes, row by row, alpha 255. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}
