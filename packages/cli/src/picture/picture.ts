/** Pixels: three bytes each, red, green, blue, row by row from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** More than this is refused before anything is decoded. */
export const maxMegapixels = 100;
