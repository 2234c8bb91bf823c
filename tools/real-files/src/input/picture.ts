import { readFile } from 'node:fs/promises';
import { createCanvas, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { type Tensor, tensor } from '@separable/core';

/** How numbers of a picture become those a network was trained on. */
export interface Scale {
  readonly layout: 'NHWC' | 'NCHW';
  readonly channels: 1 | 3;
  /** Of a byte of channel c: `(byte / 255 − mean) / deviation`. */
  readonly mean: number;
  readonly deviation: number;
}

const sample = new URL('../../../../apps/reader/sample/notice.jpg', import.meta.url);
const picture: Image = await loadImage(await readFile(sample));

/** A part of the sample picture of apps/reader, in fractions of its sides. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const whole: Part = { x: 0, y: 0, width: 1, height: 1 };

/** The sample picture, or a part of it, stretched to a size. */
export function sampleTensor(
  width: number,
  height: number,
  scale: Scale,
  part: Part = whole,
): Tensor {
  return drawn(width, height, scale, (context) => {
    const [w, h] = [picture.width, picture.height];
    const [x, y] = [part.x * w, part.y * h];
    context.drawImage(picture, x, y, part.width * w, part.height * h, 0, 0, width, height);
  });
}

/** What is drawn on a canvas as numbers. */
export function drawn(
  width: number,
  height: number,
  { layout, channels, mean, deviation }: Scale,
  draw: (context: SKRSContext2D) => void,
): Tensor {
  const context = createCanvas(width, height).getContext('2d');
  draw(context);
  const { data: bytes } = context.getImageData(0, 0, width, height);
  const pixels = width * height;
  const data = new Float32Array(pixels * channels);
  for (let i = 0; i < pixels; i++) {
    for (let c = 0; c < channels; c++) {
      const at = layout === 'NHWC' ? i * channels + c : c * pixels + i;
      data[at] = (bytes[i * 4 + c]! / 255 - mean) / deviation;
    }
  }
  const shape = layout === 'NHWC' ? [1, height, width, channels] : [1, channels, height, width];
  return tensor('float32', shape, data);
}
