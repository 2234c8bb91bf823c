import type { RotatedBox } from '../geometry/rotated-box.js';
import type { Picture } from './picture.js';

/** What a network takes: channels first, `[1, 3, height, width]`, row-major. */
export interface Planes {
  readonly data: Float32Array;
  readonly shape: readonly [1, 3, number, number];
}

/** How a byte of a channel becomes a network's input: `(byte / 255 − mean) / deviation`, blue first. */
export interface Normalisation {
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
}

/** PaddleOCR decodes with OpenCV, so its networks were trained on blue, green, red. */
const blueGreenRed = [2, 1, 0] as const;

/**
 * Cuts a turned box out of a picture, upright and at a chosen size, as normalised planes.
 *
 * Samples bilinearly; where the box shrinks, each pixel is the mean of enough samples that none of the
 * picture is skipped. What lies outside the picture takes the colour of its rim.
 *
 * @param paddedWidth columns of the result; those past `width` are zero
 */
export function straighten(
  picture: Picture,
  box: RotatedBox,
  { width, height, paddedWidth = width }: { width: number; height: number; paddedWidth?: number },
  { mean, deviation }: Normalisation,
): Planes {
  const plane = height * paddedWidth;
  const data = new Float32Array(3 * plane);
  const [stepX, stepY] = [box.width / width, box.height / height];
  const [samplesX, samplesY] = [samplesPer(stepX), samplesPer(stepY)];
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const sum = new Float64Array(3);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      sum.fill(0);
      for (let j = 0; j < samplesY; j++) {
        const v = (row + (j + 0.5) / samplesY) * stepY - box.height / 2;
        for (let i = 0; i < samplesX; i++) {
          const u = (column + (i + 0.5) / samplesX) * stepX - box.width / 2;
          addSample(
            sum,
            picture,
            box.centre.x + u * cos - v * sin,
            box.centre.y + u * sin + v * cos,
          );
        }
      }
      const at = row * paddedWidth + column;
      for (let c = 0; c < 3; c++) {
        const level = sum[blueGreenRed[c]!]! / (samplesX * samplesY * 255);
        data[c * plane + at] = (level - mean[c]!) / deviation[c]!;
      }
    }
  }
  return { data, shape: [1, 3, height, paddedWidth] };
}

/** Bilinear sampling reaches two pixels, so a step of up to 1.5 needs one sample only. */
function samplesPer(step: number): number {
  return Math.max(1, Math.ceil(step - 0.5));
}

function addSample(sum: Float64Array, picture: Picture, x: number, y: number): void {
  const { width, data } = picture;
  const left = Math.min(Math.max(x - 0.5, 0), width - 1);
  const top = Math.min(Math.max(y - 0.5, 0), picture.height - 1);
  const [x0, y0] = [Math.floor(left), Math.floor(top)];
  const [x1, y1] = [Math.min(x0 + 1, width - 1), Math.min(y0 + 1, picture.height - 1)];
  const [fx, fy] = [left - x0, top - y0];
  const a = 4 * (y0 * width + x0);
  const b = 4 * (y0 * width + x1);
  const c = 4 * (y1 * width + x0);
  const d = 4 * (y1 * width + x1);
  for (let channel = 0; channel < 3; channel++) {
    const upper = data[a + channel]! * (1 - fx) + data[b + channel]! * fx;
    const lower = data[c + channel]! * (1 - fx) + data[d + channel]! * fx;
    sum[channel] = sum[channel]! + upper * (1 - fy) + lower * fy;
  }
}
