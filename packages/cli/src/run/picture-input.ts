import type { Tensor, ValueType } from '@separable/core';
import { UsageError } from '../errors.js';
import { decodePicture } from '../picture/decode-picture.js';
import { placingIn } from '../picture/layout.js';
import { type Pixels, resizePicture } from '../picture/resize-picture.js';
import { toTensor } from '../picture/to-tensor.js';
import type { PictureSettings } from './picture-options.js';

/**
 * A picture as the tensor an input takes: decoded, stretched to the sizes the input fixes, in its
 * layout and value range.
 *
 * @param note told when the picture was stretched
 * @throws FileError when the file is no picture; UsageError when the input takes none
 */
export async function pictureInput(
  bytes: Uint8Array,
  name: string,
  { dtype, shape }: ValueType,
  { layout, range, hasRange }: PictureSettings,
  note: (text: string) => void,
): Promise<Tensor> {
  const placing = placingIn(name, shape, layout);
  if (dtype !== 'float32' && dtype !== 'uint8') {
    throw new UsageError(`input '${name}' is ${dtype}; a picture fills float32 or uint8`);
  }
  if (dtype === 'uint8' && hasRange) {
    throw new UsageError(`input '${name}' takes bytes, so --mean and --std do not apply`);
  }
  const { width, height, rgb } = await decodePicture(bytes);
  let pixels: Pixels = { width, height, rgb: Float32Array.from(rgb) };
  const [wantedHeight, wantedWidth] = [placing.height ?? height, placing.width ?? width];
  if (wantedHeight !== height || wantedWidth !== width) {
    note(
      `input '${name}': the picture of ${width} × ${height} pixels was stretched to ${wantedWidth} × ${wantedHeight}`,
    );
    pixels = await resizePicture(pixels, wantedHeight, wantedWidth);
  }
  return toTensor(pixels, placing, dtype, range);
}
