import { createSession, graphBuilder, tensor } from '@separable/core';

/** Pixels as numbers from 0 to 255, row by row, three each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Float32Array;
}

/**
 * Stretches a picture to a size: `resize2d`, bilinear between pixel centres, run on the plain
 * JavaScript backend.
 */
export async function resizePicture(
  pixels: Pixels,
  height: number,
  width: number,
): Promise<Pixels> {
  const g = graphBuilder('resize');
  const shape = [1, pixels.height, pixels.width, 3];
  const x = g.input('x', 'float32', shape);
  g.output(
    'y',
    g.resize2d({ x }, { size: [height, width], mode: 'bilinear', coordinates: 'halfPixel' }),
  );
  const { js } = await import('@separable/backend-js');
  await using session = await createSession(g.build(), { backends: [js()] });
  const { y } = await session.run({ x: tensor('float32', shape, pixels.rgb) });
  return { width, height, rgb: y!.data as Float32Array };
}
