import type { SKRSContext2D } from '@napi-rs/canvas';
import type { RotatedBox } from '../geometry/rotated-box.js';
import type { Line } from '../read-text.js';
import { familyFor } from './fonts.js';
import { gradeOf, palette } from './palette.js';

/** Draws the recognised text where the lines stand, in the picture's own pixels. */
export function drawText(context: SKRSContext2D, lines: readonly Line[]): void {
  for (const line of lines) {
    context.save();
    context.translate(line.box.centre.x, line.box.centre.y);
    context.rotate(line.box.angle);
    drawUpright(context, line, line.box);
    context.restore();
  }
}

/** The font size as a part of a detected box's height. */
const letterHeight = 0.92;

function drawUpright(
  context: SKRSContext2D,
  { text, confidence }: Line,
  { width, height }: RotatedBox,
): void {
  const { colour } = gradeOf(confidence);
  context.fillStyle = `${colour}14`;
  context.beginPath();
  context.roundRect(-width / 2, -height / 2, width, height, height / 6);
  context.fill();

  const family = familyFor(text);
  context.font = `450 100px ${family}`;
  const size = Math.min(
    letterHeight * height,
    (97 * width) / Math.max(context.measureText(text).width, 1),
  );
  context.font = `450 ${size}px ${family}`;
  context.fillStyle = palette.text;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(text, -width / 2 + 0.015 * width, 0.36 * size);

  const percent = String(Math.floor(100 * confidence));
  context.font = `600 ${Math.min(0.42 * height, 13 / context.getTransform().a)}px ${familyFor(percent)}`;
  context.fillStyle = colour;
  context.fillText(percent, width / 2 + 0.15 * height, 0.15 * height);
}
