import { readable, type RotatedBox, scale } from '../geometry/rotated-box.js';
import type { RunNetwork } from '../networks/network.js';
import type { Picture } from '../picture/picture.js';
import { type Normalisation, straighten } from '../picture/straighten.js';
import { inputSize } from './input-size.js';
import { textBoxes } from './text-boxes.js';

const normalisation: Normalisation = {
  mean: [0.485, 0.456, 0.406],
  deviation: [0.229, 0.224, 0.225],
};

/** The longest side, in pixels, at which a picture is searched. */
const maxSide = 960;

/** Finds the lines of text in a picture: boxes in its pixels, turned so that each reads along its width. */
export async function detect(picture: Picture, run: RunNetwork): Promise<RotatedBox[]> {
  const size = inputSize(picture, maxSide);
  const whole = {
    centre: { x: picture.width / 2, y: picture.height / 2 },
    width: picture.width,
    height: picture.height,
    angle: 0,
  };
  const { data, shape } = await run('detection', straighten(picture, whole, size, normalisation));
  const [height, width] = shape.slice(-2);
  if (height !== size.height || width !== size.width) {
    throw new Error(
      `detection answered with shape [${shape.join(', ')}] for a ${size.width} × ${size.height} input`,
    );
  }
  return textBoxes({ width, height, data }).map((box) =>
    readable(scale(box, picture.width / width, picture.height / height)),
  );
}
