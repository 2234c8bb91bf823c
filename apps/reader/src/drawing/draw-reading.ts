import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Picture } from '../picture/picture.js';
import type { Line } from '../read-text.js';
import { drawHeader } from './header.js';
import { type Area, layoutFor } from './layout.js';
import { palette } from './palette.js';
import { drawPicture } from './picture-panel.js';
import { drawText } from './text-panel.js';

/**
 * Draws what was read: the picture with a box around each line, and beside it the text in its place.
 *
 * @param title shown above, the picture's name
 * @returns a PNG file
 */
export async function drawReading(
  picture: Picture,
  lines: readonly Line[],
  title: string,
): Promise<Buffer> {
  const layout = layoutFor(picture);
  const canvas = createCanvas(layout.width, layout.height);
  const context = canvas.getContext('2d');
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, layout.width, layout.height);
  drawHeader(context, layout.header, title, lines);
  onPanel(context, layout.picture, layout.scale, () => drawPicture(context, picture, lines));
  onPanel(context, layout.text, layout.scale, () => drawText(context, lines));
  return canvas.encode('png');
}

/** Draws on a white sheet with a soft shadow, in the picture's pixels, nothing beyond the sheet. */
function onPanel(
  context: SKRSContext2D,
  { x, y, width, height }: Area,
  scale: number,
  draw: () => void,
): void {
  context.save();
  context.beginPath();
  context.roundRect(x, y, width, height, 10);
  context.shadowColor = 'rgba(28, 37, 48, 0.22)';
  context.shadowBlur = 18;
  context.shadowOffsetY = 4;
  context.fillStyle = palette.panel;
  context.fill();
  context.shadowColor = 'transparent';
  context.clip();
  context.translate(x, y);
  context.scale(scale, scale);
  context.imageSmoothingQuality = 'high';
  draw();
  context.restore();
}
